import { useMemo, useState } from 'react';
import type { Deal } from '../../lib/deal/deal';
import type { ForecastReport, PeriodReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { DealOddsRow } from './DealOddsRow';
import css from './ForecastView.module.css';
import { oddsColumns, sortOdds, type OddsColumn, type OddsSorting } from './sort-odds';
import { Scroll } from '../ui/Scroll';

/** So many rows at first. */
const firstRows = 25;
const numbers: readonly OddsColumn[] = ['value', 'chance', 'expected'];

/** The open deals that most is expected of, each with its chance to be won inside the period and what it comes of. */
export function DealOdds(props: {
  report: ForecastReport;
  period: PeriodReport;
  deals: ReadonlyMap<string, Deal> | undefined;
}) {
  const format = useFormat();
  const { report, period, deals } = props;
  const [sorting, setSorting] = useState<OddsSorting>({ column: 'expected', descending: true });
  const [isWhole, setIsWhole] = useState(false);
  const sorted = useMemo(() => sortOdds(period.top, deals, sorting), [period.top, deals, sorting]);
  const shown = isWhole ? sorted : sorted.slice(0, firstRows);
  const { others } = period;
  const sortBy = (column: OddsColumn) =>
    setSorting({
      column,
      descending: sorting.column === column ? !sorting.descending : numbers.includes(column),
    });
  if (period.top.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="deal-odds">
      <div className={css.sub}>
        <h2 id="deal-odds">{t('forecast.openDeals')}</h2>
        <p>{t('forecast.openDealsMean')}</p>
      </div>
      <Scroll label={t('forecast.openDeals')}>
        <table className={css.table} data-testid="deal-odds">
          <thead>
            <tr>
              {oddsColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={numbers.includes(column) ? css.right : undefined}
                  aria-sort={
                    sorting.column !== column ? 'none' : sorting.descending ? 'descending' : 'ascending'
                  }
                >
                  <button type="button" onClick={() => sortBy(column)}>
                    {t(`odds.${column}`)}
                    <span aria-hidden="true">
                      {sorting.column !== column ? '' : sorting.descending ? ' ↓' : ' ↑'}
                    </span>
                  </button>
                </th>
              ))}
              <th scope="col" className={css.right}>
                {t('odds.why')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <DealOddsRow key={one.key} one={one} deal={deals?.get(one.key)} currency={report.currency} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {shown.length < sorted.length && (
        <div className={css.more}>
          <Button onClick={() => setIsWhole(true)}>
            {t('forecast.showAll', { count: format.count(sorted.length) })}
          </Button>
        </div>
      )}
      {others.n > 0 && (
        <p className={css.note}>
          {t('forecast.others', others.n, {
            count: format.count(others.n),
            expected: format.whole(Math.round(others.expected), report.currency),
          })}
        </p>
      )}
    </section>
  );
}
