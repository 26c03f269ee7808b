import { isHidden } from '../dom/is-hidden';
import { textOf } from '../dom/text-of';

/** A table as rows and columns, whatever it is made of. */
export interface Table {
  readonly element: Element;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly isBusy: boolean;
}

export interface Column {
  /** Position, counting spanned columns. */
  readonly at: number;
  readonly heading: string;
  /** A machine's name for the column, from the header's attributes. */
  readonly machineName?: string;
}

export interface Row {
  readonly element: Element;
  readonly text: string;
  /** Cells by position. */
  readonly cells: ReadonlyMap<number, Element>;
  /** False for rows that do not have a cell in every column: group headings, sums, messages. */
  readonly isWhole: boolean;
}

const tables = 'table,[role=table],[role=grid],[role=treegrid]';
const rowTags = 'tr,[role=row]';
const cellTags = 'td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]';
const machineNames = [
  'data-field',
  'data-name',
  'data-column',
  'data-col',
  'col-id',
  'field',
  'name',
  'data-key',
];

/** Every table below `root` that has a row of headings, also tables within tables; hidden ones are left out. */
export function tablesIn(root: ParentNode): Table[] {
  return [...root.querySelectorAll(tables)].flatMap((element) => {
    if (element.closest('[hidden],[aria-hidden=true],[role=dialog],dialog') !== null) return [];
    return tableOf(element) ?? [];
  });
}

function tableOf(element: Element): Table | undefined {
  const rows = [...element.querySelectorAll(rowTags)].filter(
    (row) => row.closest(tables) === element && !isHidden(row),
  );
  // A tool bar may stand in the head too: the headings are its last row with at least two of them. Further down the
  // headings may be repeated.
  const inHead = rows.findLast((row) => row.closest('thead') !== null && isHeadingRow(row));
  const heading = inHead ?? rows.find(isHeadingRow);
  if (heading === undefined) return undefined;
  const columns = [...cellsOf(heading)].map(([at, cell]) => columnOf(at, cell));
  const body = rows
    .slice(rows.indexOf(heading) + 1)
    .filter((row) => row.closest('thead,tfoot') === null && !isHeadingRow(row));
  return {
    element,
    columns,
    rows: body.map((row) => rowOf(row, columns)),
    isBusy:
      element.closest('[aria-busy=true]') !== null || element.querySelector('[aria-busy=true]') !== null,
  };
}

function isHeadingRow(row: Element): boolean {
  const cells = [...cellsOf(row).values()];
  const headings = cells.filter(
    (cell) =>
      (cell.tagName === 'TH' && cell.getAttribute('scope') !== 'row') ||
      cell.getAttribute('role') === 'columnheader',
  );
  return headings.length >= 2 && headings.length * 2 > cells.length;
}

function cellsOf(row: Element): Map<number, Element> {
  const cells = new Map<number, Element>();
  let at = 0;
  for (const cell of row.querySelectorAll(cellTags)) {
    if (cell.closest(rowTags) !== row) continue;
    const stated = Number(cell.getAttribute('aria-colindex') ?? Number.NaN);
    if (Number.isInteger(stated)) at = stated - 1;
    cells.set(at, cell);
    at += spanOf(cell);
  }
  return cells;
}

function rowOf(element: Element, columns: readonly Column[]): Row {
  const cells = cellsOf(element);
  const isWhole =
    columns.every(({ at }) => cells.has(at)) && [...cells.values()].every((cell) => spanOf(cell) === 1);
  return { element, text: textOf(element), cells, isWhole };
}

function spanOf(cell: Element): number {
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 1000 ? span : 1;
}

function columnOf(at: number, cell: Element): Column {
  const heading = textOf(cell) || cell.getAttribute('aria-label') || cell.getAttribute('title') || '';
  const machineName = machineNames.map((name) => cell.getAttribute(name)).find(Boolean);
  return { at, heading, ...(machineName ? { machineName } : {}) };
}
