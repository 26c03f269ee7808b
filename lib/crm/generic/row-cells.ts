/** Cells of a row by position, counting spanned columns. */
export type Cells = ReadonlyMap<number, Element>;

/** What a table is. */
export const tables = 'table,[role=table],[role=grid],[role=treegrid]';
/** What a row is made of. */
export const rowTags = 'tr,[role=row]';
/** What a row holds. */
export const cellTags = 'td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]';

/** The row's own cells: those of a table within it are not among them. */
export function cellsOf(row: Element): Cells {
  const cells = new Map<number, Element>();
  let at = 0;
  for (const cell of ownCells(innerRow(row) ?? row)) {
    const isBare = !cell.hasAttributes();
    const stated = isBare ? Number.NaN : Number(cell.getAttribute('aria-colindex') ?? Number.NaN);
    if (Number.isInteger(stated)) at = stated - 1;
    cells.set(at, cell);
    at += isBare ? 1 : spanOf(cell);
  }
  return cells;
}

/** Some draw each row in a table of its own, which is all that the row holds. */
function innerRow(row: Element): Element | undefined {
  const { firstElementChild: cell } = row;
  if (row.childElementCount !== 1 || cell?.childElementCount !== 1) return undefined;
  const [table] = cell.children;
  if (table?.tagName !== 'TABLE') return undefined;
  const [only, ...more] = table.querySelectorAll('tr');
  return more.length === 0 ? only : undefined;
}

/** How many columns a cell takes up. */
export function spanOf(cell: Element): number {
  if (!cell.hasAttributes()) return 1;
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 1000 ? span : 1;
}

function ownCells(row: Element): readonly Element[] {
  const plain = plainCells(row);
  return plain ?? [...row.querySelectorAll(cellTags)].filter((cell) => cell.closest(rowTags) === row);
}

/** The cells of a row of a real table, which are its children; `undefined` where the row may be built otherwise. */
function plainCells(row: Element): readonly Element[] | undefined {
  if (row.tagName !== 'TR') return undefined;
  const cells: Element[] = [];
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (cell.tagName !== 'TD' && cell.tagName !== 'TH') return undefined;
    cells.push(cell);
  }
  return cells;
}
