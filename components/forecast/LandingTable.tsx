import type { ForecastReport, PeriodReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';
import { Scroll } from '../ui/Scroll';

/** The chart's twin: won at the end of each week and today, and the landing on the last day. */
export function LandingTable(props: {
  report: ForecastReport;
  period: PeriodReport;
  days: readonly string[];
}) {
  const format = useFormat();
  const { report, period, days } = props;
  const { forecast, wonByDay, target } = period;
  const last = wonByDay.length - 1;
  const rows = days.flatMap((day, nth) =>
    nth === last || (nth < last && nth % 7 === 6) ? [{ day, nth }] : [],
  );
  const money = (minor: number) => format.whole(Math.round(minor), report.currency);
  const end = days.at(-1);
  return (
    <Scroll label={t('forecast.overTime')}>
      <table className={css.table} data-testid="landing-table">
        <thead>
          <tr>
            <th scope="col">{t('forecast.day')}</th>
            <th scope="col" className={css.right}>
              {t('outcomes.won')}
            </th>
            {['P10', 'P50', 'P90', t('forecast.target')].map((name) => (
              <th key={name} scope="col" className={css.right}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, nth }) => (
            <tr key={day}>
              <th scope="row">{format.date(day)}</th>
              <td className={css.right}>{money(wonByDay[nth] ?? 0)}</td>
              {['P10', 'P50', 'P90', 'target'].map((name) => (
                <td key={name} className={css.right}>
                  –
                </td>
              ))}
            </tr>
          ))}
          <tr className={css.total}>
            <th scope="row">{t('forecast.endOn', { date: end === undefined ? '–' : format.date(end) })}</th>
            <td className={css.right}>–</td>
            <td className={css.right}>{money(forecast.p10)}</td>
            <td className={css.right}>{money(forecast.p50)}</td>
            <td className={css.right}>{money(forecast.p90)}</td>
            <td className={css.right}>{target === null ? '–' : money(target)}</td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
