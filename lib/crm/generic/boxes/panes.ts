import type { Steps } from '../../dom/in-slices';
import { isHidden } from '../../dom/is-hidden';
import { showsText, textOf } from '../../dom/text-of';
import { areAlike } from '../alike';
import { cellsOf, rowTags, spanOf } from '../row-cells';
import { columnOf, rowOf, type Row, type Table } from '../table';

/** What holds one part of every row: the columns that stay put, or those that scroll. */
interface Pane {
  readonly element: Element;
  readonly rows: readonly PaneRow[];
}

interface PaneRow {
  readonly element: Element;
  readonly cells: readonly Element[];
}

const aside = '[hidden],[aria-hidden=true],[role=dialog],dialog,nav,aside';
/** A page with more rows than this in it is not searched. */
const most = 5000;
/** A grid has no more parts than these. */
const mostPanes = 4;

/**
 * The grid whose columns lie in several boxes side by side: headings here and there, rows here and there. It is one only
 * where each box of rows has as many columns as the box of headings of its turn, and all boxes have the same rows.
 * `undefined`: there is none.
 */
export function* panedTable(root: Element): Steps<Table | undefined> {
  const found = root.querySelectorAll(rowTags);
  if (found.length > most) return undefined;
  const heads = new Map<Element, PaneRow[]>();
  const bodies = new Map<Element, PaneRow[]>();
  for (const row of found) {
    yield;
    if (row.closest(aside) !== null || isHidden(row) || row.parentElement?.closest(rowTags)) continue;
    const cells = [...cellsOf(row).values()];
    const isHead = cells.some(isHeading) && cells.every((cell) => isHeading(cell) || !showsText(cell));
    const element = isHead ? row : unitOf(row);
    const { parentElement: pane } = element;
    if (pane === null || cells.length === 0) continue;
    const panes = isHead ? heads : bodies;
    const known = panes.get(pane);
    if (known === undefined) panes.set(pane, [{ element, cells }]);
    else known.push({ element, cells });
  }
  for (const around of placesAround([...bodies.keys()][0], root)) {
    yield;
    const table = yield* tableOf(around, panesIn(around, heads), panesIn(around, bodies));
    if (table !== undefined) return table;
  }
  return undefined;
}

function isHeading(cell: Element): boolean {
  return cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader';
}

/** Some draw each row in a table of its own. */
function unitOf(row: Element): Element {
  const table = row.tagName === 'TR' ? row.closest('table') : null;
  if (table === null || table.querySelectorAll('tr').length > 1) return row;
  const beside = table.nextElementSibling ?? table.previousElementSibling;
  return beside !== null && beside.tagName === 'TABLE' && areAlike(beside, table) ? table : row;
}

function* placesAround(inner: Element | undefined, root: Element): Generator<Element> {
  for (let at = inner?.parentElement; at; at = at.parentElement) {
    yield at;
    if (at === root) return;
  }
}

function panesIn(around: Element, all: ReadonlyMap<Element, readonly PaneRow[]>): readonly Pane[] {
  return [...all].flatMap(([element, rows]) => (around.contains(element) ? { element, rows } : []));
}

function* tableOf(element: Element, heads: readonly Pane[], all: readonly Pane[]): Steps<Table | undefined> {
  const bodies = withoutCopies(all);
  const [first, ...others] = bodies;
  const isTooMany = bodies.length > mostPanes || heads.length > 2 * mostPanes;
  if (first === undefined || all.length < 2 || isTooMany || !haveSameRows(bodies)) return undefined;
  const headings = withoutCopies(heads.map((pane) => ({ ...pane, rows: pane.rows.slice(-1) })));
  const isMatched =
    headings.length === bodies.length &&
    bodies.every(({ rows }, nth) =>
      rows.every(({ cells }) => cells.length === headings[nth]?.rows[0]?.cells.length),
    );
  if (!isMatched) return undefined;
  const columns = headings.flatMap(({ rows }) => rows[0]?.cells ?? []).map((cell, at) => columnOf(at, cell));
  const rows: Row[] = [];
  for (const [nth, row] of first.rows.entries()) {
    yield;
    const more = others.flatMap((pane) => pane.rows[nth] ?? []);
    const cells = new Map([row, ...more].flatMap((part) => part.cells).entries());
    rows.push(rowOf([row.element, ...more.map((part) => part.element)], cells, columns));
  }
  return { element, columns, rows, isBusy: element.closest('[aria-busy=true]') !== null };
}

/** Columns that stay put are drawn by some as the whole grid once more, with a filler for all the others. */
function withoutCopies(panes: readonly Pane[]): readonly Pane[] {
  const hasFiller = ({ rows }: Pane) =>
    rows.length > 0 &&
    rows.every(({ cells }) => cells.some((cell) => spanOf(cell) > 1 && textOf(cell) === ''));
  return panes.filter((pane) => {
    if (!hasFiller(pane)) return true;
    return !panes.some((other) => other !== pane && !hasFiller(other) && isPartOf(pane, other));
  });
}

function isPartOf(pane: Pane, other: Pane): boolean {
  const { rows } = other;
  return (
    pane.rows.length === rows.length &&
    pane.rows.every(({ cells }, nth) => {
      const texts = rows[nth]?.cells.map(textOf) ?? [];
      return cells.every((cell) => textOf(cell) === '' || texts.includes(textOf(cell)));
    })
  );
}

function haveSameRows(panes: readonly Pane[]): boolean {
  const [first, ...others] = panes;
  const count = first?.rows.length ?? 0;
  if (first === undefined || count === 0 || others.some(({ rows }) => rows.length !== count)) return false;
  return others.every((pane) => areOfSameDeals(first, pane));
}

/**
 * Whether the rows of two boxes are the same in the same order: one attribute by which rows are told apart says the same in
 * both. Where those of one box bear none, their order alone tells.
 */
function areOfSameDeals(one: Pane, other: Pane): boolean {
  const telling = [one, other].map((pane) =>
    [...new Set(pane.rows.flatMap(({ element }) => element.getAttributeNames()))].filter(
      (name) => name !== 'id' && tellsApart(keysOf(pane, name)),
    ),
  );
  if (telling.some((names) => names.length === 0)) return true;
  return (telling[0] ?? []).some((name) => {
    const keys = keysOf(other, name);
    return keysOf(one, name).every((key, nth) => key === keys[nth]);
  });
}

function keysOf({ rows }: Pane, name: string): readonly (string | null)[] {
  return rows.map(({ element }) => element.getAttribute(name));
}

/** Of a single row any attribute that has a figure may. */
function tellsApart(keys: readonly (string | null)[]): boolean {
  return keys.every((key) => key !== null && /\d/.test(key)) && new Set(keys).size === keys.length;
}
