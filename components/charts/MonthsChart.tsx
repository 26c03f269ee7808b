import type { ChartConfiguration } from 'chart.js';
import { useCallback, useState } from 'react';
import type { DealList } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { ChartSwitch } from '../ui/ChartSwitch';
import { useFormat } from '../ui/format-context';
import { ChartCanvas, type ChartLook } from './ChartCanvas';
import css from './MonthsChart.module.css';
import { monthsChartConfig } from './months-chart-config';
import { MonthsTable } from './MonthsTable';

/** What is open by the month of its expected close, and what was won by month: as a chart, or as its table. */
export function MonthsChart({ list, currency }: { list: DealList; currency: string }) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { months, outside } = list.months;
  const config = useCallback(
    // Chart.js types a chart by its kind; the frame takes any.
    (look: ChartLook) =>
      monthsChartConfig(
        months,
        {
          open: t('outcomes.open'),
          won: t('outcomes.won'),
          month: (month) => format.month(`${month}-01`, 'short'),
          axis: (minor) => format.compact(Math.round(minor), currency),
          tip: (minor) => format.whole(minor, currency),
        },
        look,
      ) as ChartConfiguration,
    [months, format, currency],
  );
  if (months.length === 0) return null;
  return (
    <section className={css.chart} aria-labelledby="months">
      <div className={css.head}>
        <h2 id="months">{t('chart.months')}</h2>
        <p className={css.key}>
          <span className={css.won}>{t('outcomes.won')}</span>
          <span className={css.open}>{t('outcomes.open')}</span>
        </p>
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      {asTable ? (
        <MonthsTable months={months} currency={currency} />
      ) : (
        <ChartCanvas label={t('chart.label')} config={config} />
      )}
      {outside > 0 && (
        <p className={css.note}>{t('chart.outside', outside, { count: format.count(outside) })}</p>
      )}
    </section>
  );
}
