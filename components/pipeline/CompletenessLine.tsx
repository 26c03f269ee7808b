import type { CSSProperties } from 'react';
import type { Completeness, Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { useFormat, type Format } from '../ui/format-context';
import { cx } from '../ui/cx';
import css from './CompletenessLine.module.css';
import { isStale } from './is-stale';

/** "41 of 46 open deals read, oldest read 3 d ago": how much of the pipeline the figures have seen. */
export function CompletenessLine({ glance, failed }: { glance: Glance | undefined; failed: boolean }) {
  const format = useFormat();
  const completeness = glance !== undefined && glance.deals > 0 ? glance.completeness : undefined;
  // Nothing known is not the same as nothing read.
  const otherwise = failed ? t('completeness.failed') : t('completeness.none');
  if (glance === undefined && !failed) return <span data-testid="completeness" />;
  const stale = completeness !== undefined && isStale(completeness, format.now);
  return (
    <span
      className={cx(css.read, stale && css.stale)}
      style={{ '--p': share(completeness) } as CSSProperties}
      data-testid="completeness"
    >
      {completeness === undefined ? otherwise : text(completeness, format)}
    </span>
  );
}

function share(completeness: Completeness | undefined): string {
  if (completeness?.openTotal === undefined || completeness.openTotal === 0) return '0%';
  return `${Math.min(100, (completeness.openRead / completeness.openTotal) * 100)}%`;
}

function text({ openRead, openTotal, oldestSeenAt }: Completeness, format: Format): string {
  const read =
    openTotal === undefined
      ? t('completeness.unknownTotal', openRead, { read: format.count(openRead) })
      : t('completeness.known', openTotal, { read: format.count(openRead), total: format.count(openTotal) });
  if (oldestSeenAt === undefined) return read;
  return t('completeness.withAge', { read, ago: format.ago(oldestSeenAt) });
}
