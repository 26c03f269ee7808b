import type { Steps } from '../../dom/in-slices';
import { grouped } from '../../../deal/grouped';
import { isHidden } from '../../dom/is-hidden';
import { textOf } from '../../dom/text-of';
import { areAlike } from '../alike';
import { isBefore } from './is-before';
import { columnOf, rowOf, type Row, type Table } from '../table';

const fewest = 3;
const most = 40;
/** Rows lie at most as deep below what follows their headings, and their headings as deep before them. */
const deepest = 4;
/** No heading is longer, with all its spaces and hidden words. */
const longest = 80;
/** A page with more boxes than this is not searched. */
const mostBoxes = 20_000;
const titles = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const others = 'table,[role=dialog],dialog,nav,aside,footer,[role=navigation],[role=menu],[hidden]';

/**
 * Every list of plain boxes below `root` by its shape alone, whatever its headings say: a row of short texts, and behind
 * it boxes of as many cells. To be asked only where the user looks at what was found, or has said what it is.
 */
export function* looseLists(root: Element): Steps<readonly Table[]> {
  const boxes = root.querySelectorAll('div,ul,ol,li,header,section');
  if (boxes.length > mostBoxes) return [];
  const found: Table[] = [];
  for (const box of boxes) {
    if (box.childElementCount < fewest || box.childElementCount > most) continue;
    yield;
    const cells = headingsIn(box);
    const table = cells && (yield* listBelow(box, cells));
    if (table !== undefined) found.push(table);
  }
  return found;
}

/** The cells of a row of headings: short, each another one, and no figures; last there may be a button for one more. */
function headingsIn(box: Element): readonly Element[] | undefined {
  const all = [...box.children];
  if (all.some(({ textContent }) => (textContent ?? '').length > longest)) return undefined;
  const cells = withoutButtons(all);
  const texts = cells.map(textOf).filter((text) => text !== '');
  const areHeadings =
    texts.length >= fewest &&
    texts.length * 2 > cells.length &&
    new Set(texts).size === texts.length &&
    texts.every((text) => !/\d/.test(text));
  return areHeadings && box.closest(others) === null && !isHidden(box) ? cells : undefined;
}

/** Cells without those at the end that hold nothing, or nothing but a button. */
function withoutButtons(cells: readonly Element[]): readonly Element[] {
  const last = cells.findLastIndex((cell) => textOf(cell) !== '' && !isButton(cell));
  return cells.slice(0, last + 1);
}

function isButton(cell: Element): boolean {
  const button = 'button,[role=button]';
  return (
    cell.matches(button) ||
    (cell.childElementCount > 0 && [...cell.children].every((child) => isButton(child)))
  );
}

function* listBelow(heading: Element, cells: readonly Element[]): Steps<Table | undefined> {
  const { own, end } = rowsBehind(heading, cells.length);
  const [most = [], second = []] = groupedBySize(own, ({ parentElement }) => parentElement);
  const [first] = most;
  const [other] = second;
  const list = first?.parentElement;
  // As many of each of two kinds: nobody knows which of them are rows.
  const areTwo = other !== undefined && first !== undefined && !areAlike(first, other);
  if (!first || !list || (areTwo && second.length === most.length)) return undefined;
  const lists = new Set([list]);
  for (const row of own) if (row.parentElement && areAlike(row, first)) lists.add(row.parentElement);
  const columns = cells.map((cell, nth) => columnOf(nth, cell));
  const [sized] = groupedBySize(own, ({ childElementCount }) => childElementCount);
  const rows: Row[] = [];
  for (const box of [...lists].flatMap(({ children }) => [...children])) {
    yield;
    // What is no row, but lies among them, may be a deal that is drawn otherwise.
    if (isBefore(heading, box) && (end === undefined || isBefore(box, end)))
      rows.push(rowIn(box, sized?.[0]?.childElementCount ?? 0, columns));
  }
  const isShifted = cells[0] !== undefined && textOf(cells[0]) !== '' && rows.every(beginsBare);
  return isShifted || rows.every((row) => endsBare(row, cells.length - 1))
    ? undefined
    : { element: list, columns, rows, isBusy: list.closest('[aria-busy=true]') !== null };
}

/** The rows that may belong to a heading. @returns `end`: what begins the next group, or another section. */
function rowsBehind(
  heading: Element,
  width: number,
): { readonly own: readonly Element[]; readonly end: Element | undefined } {
  let at = heading;
  for (let up = 0; up < deepest && at.nextElementSibling === null; up += 1) at = at.parentElement ?? at;
  const after: Element[] = [];
  for (let one = at.nextElementSibling; one !== null; one = one.nextElementSibling) after.push(one);
  const found = after.flatMap((box) => rowsIn(box, { heading, width }));
  const next = found.find(
    (row) => areAlike(row, heading) && row.childElementCount === heading.childElementCount,
  );
  const title = titleIn(after, new Set(found));
  const end = title !== undefined && (next === undefined || isBefore(title, next)) ? title : next;
  return { own: found.filter((row) => end === undefined || isBefore(row, end)), end };
}

/** The heading with which another section begins, which need not list deals; what is in a row is a part of it. */
function titleIn(after: readonly Element[], rows: ReadonlySet<Element>): Element | undefined {
  for (const box of after) {
    if (isHidden(box) || rows.has(box)) continue;
    const title = box.matches(titles) ? box : titleIn([...box.children], rows);
    if (title !== undefined) return title;
  }
  return undefined;
}

function groupedBySize<T>(all: readonly Element[], by: (one: Element) => T): readonly Element[][] {
  return [...grouped(all, by).values()].toSorted((a, b) => b.length - a.length);
}

interface Headed {
  readonly heading: Element;
  /** How many cells a row has. */
  readonly width: number;
}

/** The boxes with as many cells as there are headings; what holds such may itself have as many by chance. */
function rowsIn(box: Element, { heading, width }: Headed, depth = deepest): readonly Element[] {
  if (isHidden(box) || box.matches(others)) return [];
  const isWide = (one: Element) => isAsWide(one, width);
  const within = [...box.children].filter(isWide).length;
  if (isWide(box) && within * 2 < box.childElementCount) {
    const beside = [...(box.parentElement?.children ?? [])].some(
      (one) => one !== box && one !== heading && isWide(one),
    );
    // A row with one cell of so many parts, or a list with one row: alone it does not tell.
    if (within === 0 || beside) return [box];
    if (within === 1) return [];
  }
  return depth === 0
    ? []
    : [...box.children].flatMap((child) => rowsIn(child, { heading, width }, depth - 1));
}

function isAsWide(box: Element, width: number): boolean {
  return (
    box.childElementCount >= width &&
    [...box.children].slice(width).every((cell) => textOf(cell) === '' || isButton(cell))
  );
}

/** A row is as wide as most, with all that holds nothing: else nobody knows which of its cells is missing. */
function rowIn(box: Element, size: number, columns: Table['columns']): Row {
  const isRow = box.childElementCount === size && isAsWide(box, columns.length);
  const cells = [...box.children].slice(0, isRow ? columns.length : undefined);
  const row = rowOf([box], new Map(cells.entries()), columns);
  return isRow ? row : { ...row, isWhole: false };
}

/** The cell below the last heading says nothing: then a cell before it may be missing, and a menu fill the width. */
function endsBare({ cells, isWhole }: Row, last: number): boolean {
  const cell = cells.get(last);
  return !isWhole || cell === undefined || textOf(cell) === '' || isButton(cell);
}

/** The first cell says nothing: then nobody knows whether it is below the first heading. */
function beginsBare({ cells, isWhole }: Row): boolean {
  const first = cells.get(0);
  return !isWhole || (first !== undefined && !/[\p{L}\p{N}]/u.test(textOf(first)));
}
