import type { CSSProperties } from 'react';
import type { Completeness, Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { useFormat, type Format } from '../ui/format-context';
import { cx } from '../ui/cx';
import css from './CompletenessLine.module.css';
import { isStale } from './is-stale';
import { knownTotal } from '../../lib/pipeline/known-total';

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
  const total = completeness && knownTotal(completeness);
  if (completeness === undefined || total === undefined || total === 0) return '0%';
  return `${(completeness.openRead / total) * 100}%`;
}

function text(completeness: Completeness, format: Format): string {
  const { openRead, oldestSeenAt } = completeness;
  const total = knownTotal(completeness);
  const read =
    total === undefined
      ? t('completeness.unknownTotal', openRead, { read: format.count(openRead) })
      : t('completeness.known', total, { read: format.count(openRead), total: format.count(total) });
  if (oldestSeenAt === undefined) return read;
  return t('completeness.withAge', { read, ago: format.ago(oldestSeenAt) });
}
