import { sortColumns, type SortColumn, type Sorting } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { useRows } from '../hooks/use-rows';
import { cx } from '../ui/cx';
import { Icon } from '../ui/Icon';
import type { DealFilter } from './deal-filter';
import { DealRow } from './DealRow';
import css from './DealTable.module.css';
import { VirtualRows } from './VirtualRows';

/** Above this many rows only those near the window are in the page. */
const virtualFrom = 500;
const rightAligned: readonly SortColumn[] = ['amount', 'date', 'read'];
const firstDescending: readonly SortColumn[] = ['amount', 'odds', 'read'];

/** The list of deals in the order that was chosen, by any column. */
export function DealTable(props: {
  slots: Uint32Array;
  filter: DealFilter;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}) {
  const { slots, filter, sorting, onSort } = props;
  const sort = (column: SortColumn) =>
    onSort({
      column,
      descending: sorting.column === column ? !sorting.descending : firstDescending.includes(column),
    });
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-rowcount={slots.length + 1} data-testid="deals">
        <thead>
          <tr>
            {sortColumns.map((column) => (
              <Heading key={column} column={column} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        {slots.length > virtualFrom ? (
          <VirtualRows slots={slots} filter={filter} />
        ) : (
          <AllRows slots={slots} filter={filter} />
        )}
      </table>
    </div>
  );
}

function Heading(props: { column: SortColumn; sorting: Sorting; onSort: (column: SortColumn) => void }) {
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

function AllRows({ slots, filter }: { slots: Uint32Array; filter: DealFilter }) {
  const order = [...slots];
  const rows = useRows(order);
  return (
    <tbody>
      {order.map((slot, index) => (
        <DealRow key={slot} deal={rows.get(slot)} filter={filter} index={index} />
      ))}
    </tbody>
  );
}
