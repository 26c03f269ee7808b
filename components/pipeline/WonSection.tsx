import type { CSSProperties } from 'react';
import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { scopeFilter } from './scope-filter';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import css from './sums.module.css';
import { SumLink } from './SumLink';
import { timeGone } from './time-gone';

/** Won this period, against the target where one is set, with the time that is gone. */
export function WonSection({ glance, scale }: { glance: Glance; scale: number }) {
  const format = useFormat();
  const { period, won, targetMinor } = glance;
  const gone = timeGone(period, glance.today);
  const hash = dealsHash({
    ...scopeFilter(glance),
    outcome: 'won',
    from: period.start,
    to: period.end,
    counted: 'sum',
  });
  const at = (minor: number) => `${(Math.max(0, minor) / scale) * 100}%`;
  return (
    <section aria-label={t('popup.won')}>
      <p className={css.line}>
        <span>
          <span className={css.muted}>{t('popup.won')}</span>{' '}
          <SumLink sum={won} hash={hash} testid="won" size="line" />{' '}
          {targetMinor !== undefined && (
            <span className={css.muted}>
              {t('popup.of')} <span data-testid="target">{format.compact(targetMinor, won.currency)}</span>
            </span>
          )}
        </span>
        <span className={css.small}>
          {targetMinor !== undefined && targetMinor > 0
            ? t('popup.shareWon', { share: format.percent(won.minor / targetMinor) })
            : won.isUnread
              ? t('popup.wonUnread')
              : t('popup.wonDeals', won.n, { count: format.count(won.n) })}
        </span>
      </p>
      <div
        className={css.ruler}
        aria-hidden="true"
        style={
          {
            '--done': at(won.minor),
            '--ref': at(targetMinor ?? 0),
            '--time': `${gone * 100}%`,
          } as CSSProperties
        }
      >
        <div className={css.rail}>
          {targetMinor !== undefined && <i className={css.track} />}
          <i className={css.done} />
          {targetMinor !== undefined && <i className={css.target} />}
        </div>
      </div>
      <p className={css.under}>
        <span>{t('popup.timeGone', { share: format.percent(gone) })}</span>
        {targetMinor !== undefined && (
          <span
            className={cx(css.targetAt, targetMinor > 0.6 * scale && css.before)}
            style={{ '--ref': at(targetMinor) } as CSSProperties}
          >
            {t('popup.target')}
          </span>
        )}
      </p>
    </section>
  );
}
