import type { Steps } from '../dom/in-slices';
import { isHidden } from '../dom/is-hidden';
import { onlyText, showsText, textOf } from '../dom/text-of';
import { fieldValues } from './field-values';
import { cellsOfParts, joinedRows } from './joined-rows';
import { looseHeadings } from './loose-headings';
import { rowTags, spanOf, tables, type Cells } from './row-cells';
import type { RowIdentity } from './row-ids';
import { arePlainHeadings } from './plain-headings';
import { rowSpans } from './row-spans';
import { placesOf, type Place } from './row-places';
import type { Shown } from './shown';

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
  /** Of a column that is a place in another one's cells: that one's position, and what it is known by. */
  readonly part?: { readonly of: number; readonly key: string };
}

export interface Row {
  readonly element: Element;
  /** The element, and others where the row lies in several boxes; each with all its text, as the markup has it. */
  readonly parts: readonly { readonly element: Element; readonly raw: string }[];
  /** All text of the element, as the markup has it. */
  readonly raw: string;
  /** The same without white space around it; empty where the row shows none. */
  readonly text: string;
  /** Cells by position. */
  readonly cells: Cells;
  /** What is known of the row without a cell of its own: by the column of a board that it lies in. By position. */
  readonly fixed?: ReadonlyMap<number, Shown>;
  /** The element in it that names the deal, where that is known. */
  readonly mark?: Element;
  /** Which deal it is, where that needs no guess. */
  readonly identity?: RowIdentity;
  /** Some of its cells reach into it from above. */
  readonly isCompleted?: boolean;
  /** False for rows that do not have a cell in every column: group headings, sums, messages. */
  readonly isWhole: boolean;
}

/** Attributes by which markup names a field. */
export const machineNames = [
  'data-field',
  'data-name',
  'data-column',
  'data-col',
  'col-id',
  'field',
  'name',
  'data-key',
];

/**
 * Every table below `root` that has a row of headings, also tables within tables; hidden ones are left out. Headings that
 * stay while the rows scroll may be a table of their own before that of the rows, hidden from screen readers.
 */
export function* tablesIn(root: ParentNode): Steps<Table[]> {
  const found: Table[] = [];
  let before: Cells | undefined;
  let heads = 0;
  for (const element of root.querySelectorAll(tables)) {
    yield;
    if (element.closest('[hidden],[role=dialog],dialog') !== null) continue;
    const parts = yield* partsOf(element);
    const isHead = parts.heading !== undefined && parts.rows.length === 0;
    const isBody = parts.heading === undefined && heads === 1 && isAsWide(before, parts.rows);
    // The table of the headings alone is none of its own then.
    if (isBody && found.at(-1)?.rows.length === 0) found.pop();
    const heading = isBody ? withoutScrollBar(before, parts.rows) : parts.heading;
    before = isHead ? parts.heading : undefined;
    // Two of them in a row: columns that stay put, and which rows are whose is not said.
    heads = isHead ? heads + 1 : 0;
    if (heading === undefined || element.closest('[aria-hidden=true]') !== null) continue;
    found.push(yield* tableOf(element, heading, parts.rows));
  }
  return found;
}

/**
 * Whether headings are those of rows in another table: as many, so that nothing else fits. Above the scroll bar some have
 * one more, which says nothing.
 */
function isAsWide(heading: Cells | undefined, rows: readonly BodyRow[]): boolean {
  if (heading === undefined) return false;
  const last = [...heading.values()].findLastIndex(saysSomething);
  const whole = rows.filter(({ cells }) => !isSpanned(cells));
  return whole.length > 0 && whole.every(({ cells: { size } }) => size > last && size <= heading.size);
}

/** A single cell across several columns: a message, or where a row can be added. */
function isSpanned(cells: Cells): boolean {
  const [only, ...more] = cells.values();
  return only !== undefined && more.length === 0 && spanOf(only) > 1;
}

function withoutScrollBar(heading: Cells | undefined, rows: readonly BodyRow[]): Cells | undefined {
  const width = rows.find(({ cells }) => !isSpanned(cells))?.cells.size ?? 0;
  return heading && new Map([...heading].slice(0, width));
}

interface BodyRow {
  readonly row: Element;
  readonly cells: Cells;
  readonly rest: readonly Element[];
  readonly isCompleted: boolean;
}

interface Parts {
  readonly heading: Cells | undefined;
  readonly rows: readonly BodyRow[];
}

/** The headings of a table and what stands below them; all its rows where it has no headings. */
function* partsOf(element: Element): Steps<Parts> {
  const loose = looseHeadings(element);
  const places = placesOf(element, loose !== undefined);
  const rows: (BodyRow & { readonly part: Place['part'] })[] = [];
  // A tool bar may stand in the head too: the headings are its last row with at least two of them. Further down the
  // headings may be repeated.
  let inHead: Cells | undefined;
  let first: Cells | undefined;
  let start = 0;
  const isOfTable = (row: Element) => places(row).isOwn;
  const spanned = rowSpans();
  for (const parts of joinedRows(element.querySelectorAll(rowTags), isOfTable)) {
    yield;
    const { row, rest } = parts;
    const { isOwn, part } = places(row);
    if (!isOwn || isHidden(row)) continue;
    const own = cellsOfParts(parts);
    const cells = spanned(row, own);
    if (isHeadingRow(cells)) {
      if (part === 'head') inHead = cells;
      if (part === 'head' || first === undefined) start = rows.length;
      first ??= cells;
    } else rows.push({ row, cells, part, rest, isCompleted: cells.size > own.size });
  }
  const heading = inHead ?? first;
  const body = rows.slice(start).filter(({ part }) => part === 'body');
  // Which cell is below which heading only their number says.
  if (heading === undefined && loose !== undefined && body.every(({ cells }) => cells.size === loose.size))
    return { heading: loose, rows: body };
  if (heading === undefined) return plainHeaded(body);
  return { heading, rows: body };
}

/** Old pages write their headings in cells like all others: the first row, where it holds little else than known ones. */
function plainHeaded(all: readonly BodyRow[]): Parts {
  const [first, ...rows] = all;
  const isHeaded =
    first !== undefined &&
    // Fields to search by have labels above them, too.
    rows.some(({ cells, row }) => cells.size === first.cells.size && showsText(row)) &&
    arePlainHeadings([...first.cells.values()].map(textOf));
  return isHeaded ? { heading: first.cells, rows } : { heading: undefined, rows: all };
}

function* tableOf(element: Element, heading: Cells, rows: readonly BodyRow[]): Steps<Table> {
  const columns = [...heading].filter(([, cell]) => !isPutAway(cell)).map(([at, cell]) => columnOf(at, cell));
  const body: Row[] = [];
  for (const { row, cells, rest, isCompleted } of rows) {
    yield;
    body.push({ ...rowOf([row, ...rest], cells, columns), isCompleted });
  }
  return {
    element,
    columns,
    rows: body,
    isBusy:
      element.closest('[aria-busy=true]') !== null || element.querySelector('[aria-busy=true]') !== null,
  };
}

function isHeadingRow(cells: Cells): boolean {
  let headings = 0;
  // Fields to search by stand below the headings of some lists.
  let texts = 0;
  for (const cell of cells.values()) {
    if (cell.tagName === 'TD' && !cell.hasAttributes()) continue;
    const isHeading =
      (cell.tagName === 'TH' && cell.getAttribute('scope') !== 'row') ||
      cell.getAttribute('role') === 'columnheader';
    if (isHeading) headings += 1;
    if (isHeading && saysSomething(cell)) texts += 1;
  }
  return headings >= 2 && headings * 2 > cells.size && texts >= 2;
}

function saysSomething(cell: Element): boolean {
  return showsText(cell) || cell.hasAttribute('aria-label') || cell.hasAttribute('title');
}

/** A row of cells. @param rest What else it is made of besides its element. */
export function rowOf(
  [element, ...rest]: readonly [Element, ...Element[]],
  cells: Cells,
  columns: readonly Column[],
): Row {
  const raw = element.textContent ?? '';
  const parts = [{ element, raw }, ...rest.map((part) => ({ element: part, raw: part.textContent ?? '' }))];
  const text = rest.length === 0 ? raw.trim() : parts.map((part) => part.raw.trim()).join(' ');
  const isWhole =
    columns.every(({ at }) => cells.has(at)) && [...cells.values()].every((cell) => spanOf(cell) === 1);
  const isShown = text !== '' && (showsAny(element, cells) || rest.some(showsText));
  return { element, parts, raw, text: isShown ? text : fieldValues(element), cells, isWhole };
}

/** A column that is not shown at all. Headings for screen readers alone head one that is. */
function isPutAway(cell: Element): boolean {
  return cell.hasAttribute('hidden') || /display\s*:\s*none/i.test(cell.getAttribute('style') ?? '');
}

/** Stand-ins of rows may hold hidden words; most rows show at a glance that they are none. */
function showsAny(row: Element, cells: Cells): boolean {
  for (const cell of cells.values()) {
    const isBare = cell.parentNode === row && !cell.hasAttributes();
    if (isBare && (onlyText(cell) ?? '').trim() !== '') return true;
  }
  return showsText(row);
}

/** A column by its heading's cell. */
export function columnOf(at: number, cell: Element): Column {
  const heading = textOf(cell) || cell.getAttribute('aria-label') || cell.getAttribute('title') || '';
  const machineName = machineNames.map((name) => cell.getAttribute(name)).find(Boolean);
  return { at, heading, ...(machineName ? { machineName } : {}) };
}
