import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './MonthsChart.module.css';
import type { MonthSum } from '../../lib/pipeline/list/deal-list';

/** The chart's twin: the same months, to the unit. */
export function MonthsTable({ months, currency }: { months: readonly MonthSum[]; currency: string }) {
  const format = useFormat();
  return (
    <table className={css.table} data-testid="months-table">
      <thead>
        <tr>
          <th scope="col">{t('settings.month')}</th>
          <th scope="col">{t('outcomes.won')}</th>
          <th scope="col">{t('nav.deals')}</th>
          <th scope="col">{t('outcomes.open')}</th>
          <th scope="col">{t('nav.deals')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month} data-month={month.month}>
            <th scope="row">{format.month(`${month.month}-01`)}</th>
            <td data-minor={month.wonMinor}>
              {month.won === 0 ? '–' : format.whole(month.wonMinor, currency)}
            </td>
            <td>{month.won === 0 ? '' : format.count(month.won)}</td>
            <td data-minor={month.openMinor}>
              {month.open === 0 ? '–' : format.whole(month.openMinor, currency)}
            </td>
            <td>{month.open === 0 ? '' : format.count(month.open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
