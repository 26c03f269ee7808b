import type { CSSProperties } from 'react';
import type { FiscalCalendar } from '../../../lib/deal/settings';
import type { Meter } from '../../../lib/forecast/record/meter-of';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import { shortPeriodName } from './period-name';
import css from './TrackRecord.module.css';

/** Longer waits than this are told as such: so far ahead the business is another one. */
const MOST_MONTHS = 24;
/** So many of the latest months are shown. */
const SHOWN = 12;

/** How predictable the business has become: months of history, the rolling error, and when the error will be known well. */
export function MeterSection({ meter, fiscal }: { meter: Meter; fiscal: FiscalCalendar }) {
  const format = useFormat();
  const { kind } = meter;
  if (kind === 'too-few')
    return (
      <section
        className={css.part}
        aria-labelledby="record-meter"
        data-testid="record-meter"
        data-kind={kind}
      >
        <h3 id="record-meter">{t('record.meter')}</h3>
        <p className={view.note}>
          {t('record.meterFew', { have: format.count(meter.have), need: format.count(meter.need) })}
        </p>
      </section>
    );
  const { months, rolling, spread, isStable, isMoving, stableInMonths } = meter;
  const shown = rolling.slice(-SHOWN);
  const most = Math.max(...shown.map(({ error }) => error), 0.01);
  return (
    <section className={css.part} aria-labelledby="record-meter" data-testid="record-meter" data-kind={kind}>
      <div className={view.sub}>
        <h3 id="record-meter">{t('record.meter')}</h3>
        <p>{t('record.meterMeans')}</p>
      </div>
      <div className={css.meter}>
        <div>
          <p className={css.verdict} data-stable={stableInMonths}>
            {isMoving
              ? t('record.moving', {
                  recent: format.percent(rolling.at(-1)?.error ?? meter.error),
                  all: format.percent(meter.error),
                })
              : isStable
                ? t('record.stable')
                : stableInMonths > MOST_MONTHS
                  ? t('record.stableLate', { count: format.count(MOST_MONTHS) })
                  : t('record.stableIn', stableInMonths, { count: format.count(stableInMonths) })}
          </p>
          <p className={view.quiet}>
            {t('record.meterText', months, { count: format.count(months), spread: format.percent(spread) })}
          </p>
        </div>
        <table className={css.rolling} data-testid="record-rolling">
          <caption>{t('record.rolling')}</caption>
          <tbody>
            {shown.map(({ start, error }) => (
              <tr key={start}>
                <th scope="row">{shortPeriodName(start, { ...fiscal, period: 'month' }, format)}</th>
                <td>
                  <i style={{ '--w': `${(100 * error) / most}%` } as CSSProperties} />
                  {format.percent(error)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
