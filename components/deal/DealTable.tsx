import { useMemo, useState } from 'react';
import type { Deal } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { Icon } from '../ui/Icon';
import type { DealFilter } from './deal-filter';
import { DealRow } from './DealRow';
import css from './DealTable.module.css';
import { columns, sortDeals, type Column, type Sorting } from './sort-deals';
import { VirtualRows } from './VirtualRows';

/** Above this many rows only those near the window are in the page. */
const virtualFrom = 500;
const rightAligned: readonly Column[] = ['amount', 'date', 'read'];
const firstDescending: readonly Column[] = ['amount', 'odds', 'read'];

/** The list of deals, sorted by any column. */
export function DealTable({ deals, filter }: { deals: readonly Deal[]; filter: DealFilter }) {
  const { locale } = useFormat();
  const [sorting, setSorting] = useState<Sorting>({ column: 'amount', descending: true });
  const sorted = useMemo(() => sortDeals(deals, sorting, locale), [deals, sorting, locale]);
  const sort = (column: Column) =>
    setSorting((old) => ({
      column,
      descending: old.column === column ? !old.descending : firstDescending.includes(column),
    }));
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-rowcount={sorted.length + 1} data-testid="deals">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} column={column} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        {sorted.length > virtualFrom ? (
          <VirtualRows deals={sorted} filter={filter} />
        ) : (
          <Rows deals={sorted} filter={filter} />
        )}
      </table>
    </div>
  );
}

function Heading(props: { column: Column; sorting: Sorting; onSort: (column: Column) => void }) {
  const { column, sorting } = props;
  const active = sorting.column === column;
  return (
    <th
      scope="col"
      className={cx(rightAligned.includes(column) && css.right, css[column])}
      aria-sort={active ? (sorting.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className={css.sort} onClick={() => props.onSort(column)}>
        {t(`columns.${column}`)}
        {active && <Icon name={sorting.descending ? 'descend' : 'up'} small />}
      </button>
    </th>
  );
}

function Rows({ deals, filter }: { deals: readonly Deal[]; filter: DealFilter }) {
  return (
    <tbody>
      {deals.map((deal, index) => (
        <DealRow key={deal.key} deal={deal} filter={filter} index={index} />
      ))}
    </tbody>
  );
}
