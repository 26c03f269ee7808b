import { useMemo, useState } from 'react';
import { dayNumber } from '../../lib/calendar/day-number';
import { dayText } from '../../lib/calendar/day-text';
import type { ForecastReport, PeriodReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { LandingChart } from '../charts/LandingChart';
import { ChartSwitch } from '../ui/ChartSwitch';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';
import { LandingTable } from './LandingTable';

/** Won to date and the fan to the period's end, as a chart or as its table. */
export function LandingSection({ report, period }: { report: ForecastReport; period: PeriodReport }) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { currency } = report;
  const { forecast, target, wonByDay, start, end } = period;
  const days = useMemo(() => {
    const from = dayNumber(start) ?? 0;
    return Array.from({ length: (dayNumber(end) ?? from) - from }, (_, day) => dayText(from + day));
  }, [start, end]);
  const figures = useMemo(
    () => ({ ...forecast, days: days.map((day) => format.date(day)), won: wonByDay, target }),
    [forecast, days, wonByDay, target, format],
  );
  const words = useMemo(
    () => ({
      won: t('outcomes.won'),
      p10: 'P10',
      p50: 'P50',
      p90: 'P90',
      target: t('forecast.target'),
      axis: (minor: number) => format.compact(Math.round(minor), currency),
      tip: (minor: number) => format.whole(Math.round(minor), currency),
    }),
    [currency, format],
  );
  const money = (minor: number) => format.compact(Math.round(minor), currency);
  return (
    <section aria-labelledby="landing-over-time" data-testid="landing-chart">
      <div className={css.sub}>
        <h2 id="landing-over-time">{t('forecast.overTime')}</h2>
        <p>{t('forecast.overTimeMeans')}</p>
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      {asTable ? (
        <LandingTable report={report} period={period} days={days} />
      ) : (
        <>
          <div className={css.canvas}>
            <LandingChart
              figures={figures}
              words={words}
              label={t('forecast.chartLabel', {
                won: money(forecast.wonToDate),
                low: money(forecast.p10),
                middle: money(forecast.p50),
                high: money(forecast.p90),
              })}
            />
          </div>
          <p className={css.key}>
            <span className={css.keyWon}>
              {t('outcomes.won')} {money(forecast.wonToDate)}
            </span>
            <span className={css.keyMiddle}>P50 {money(forecast.p50)}</span>
            <span className={css.keyBand}>
              P10–P90 {t('forecast.between', { low: money(forecast.p10), high: money(forecast.p90) })}
            </span>
            {target !== null && (
              <span className={css.keyTarget}>
                {t('forecast.target')} {money(target)}
              </span>
            )}
          </p>
        </>
      )}
    </section>
  );
}
