import type { Steps } from '../../dom/in-slices';
import { isHidden } from '../../dom/is-hidden';
import { showsText, textOf } from '../../dom/text-of';
import { areAlike } from '../alike';
import { cellsOf, rowTags, spanOf } from '../row-cells';
import { columnOf, rowOf, type Row, type Table } from '../table';
import { isBefore } from './is-before';
import { areSameRows } from './same-rows';

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
 * where each box of rows has as many columns as the box of headings of its turn, and {@link areSameRows} says that all boxes
 * have the same rows. `undefined`: there is none.
 */
export function* panedTable(root: Element, base: URL): Steps<Table | undefined> {
  const found = root.querySelectorAll(rowTags);
  if (found.length > most) return undefined;
  const heads = new Map<Element, PaneRow[]>();
  const bodies = new Map<Element, PaneRow[]>();
  const units = new Map<Element, boolean>();
  for (const row of found) {
    yield;
    if (row.closest(aside) !== null || isHidden(row) || row.parentElement?.closest(rowTags)) continue;
    const cells = [...cellsOf(row).values()];
    const isHead = cells.some(isHeading) && cells.every((cell) => isHeading(cell) || !showsText(cell));
    const element = isHead ? row : unitOf(row, units);
    const { parentElement: pane } = element;
    if (pane === null || cells.length === 0) continue;
    const panes = isHead ? heads : bodies;
    const known = panes.get(pane);
    if (known === undefined) panes.set(pane, [{ element, cells }]);
    else known.push({ element, cells });
  }
  for (const around of placesAround([...bodies.keys()][0], root)) {
    yield;
    const table = yield* tableOf(around, {
      heads: panesIn(around, heads),
      all: panesIn(around, bodies),
      base,
    });
    if (table !== undefined) return table;
  }
  return undefined;
}

function isHeading(cell: Element): boolean {
  return cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader';
}

/** Some draw each row in a table of its own. @param units Of which tables that is known already. */
function unitOf(row: Element, units: Map<Element, boolean>): Element {
  const table = row.tagName === 'TR' ? row.closest('table') : null;
  if (table === null) return row;
  const isUnit = units.get(table) ?? isOneOfMany(table);
  units.set(table, isUnit);
  return isUnit ? table : row;
}

function isOneOfMany(table: Element): boolean {
  const beside = table.nextElementSibling ?? table.previousElementSibling;
  const isBeside = beside !== null && beside.tagName === 'TABLE' && areAlike(beside, table);
  return isBeside && table.querySelectorAll('tr').length === 1;
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

function* tableOf(
  element: Element,
  { heads, all, base }: { heads: readonly Pane[]; all: readonly Pane[]; base: URL },
): Steps<Table | undefined> {
  const bodies = withoutCopies(all);
  const [first, ...others] = bodies;
  const isTooMany = bodies.length > mostPanes || heads.length > 2 * mostPanes;
  if (first === undefined || all.length < 2 || isTooMany) return undefined;
  const headings = withoutCopies(heads.map((pane) => ({ ...pane, rows: pane.rows.slice(-1) })));
  const isMatched =
    headings.length === bodies.length &&
    bodies.every(({ rows }, nth) =>
      rows.every(({ cells }) => cells.length === headings[nth]?.rows[0]?.cells.length),
    );
  if (!isMatched || !areInTurn(headings, bodies)) return undefined;
  const elements = bodies.map(({ rows }) => rows.map((row) => row.element));
  if (others.length > 0 && !(yield* areSameRows(elements, base))) return undefined;
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

/** Whether all headings stand before the first row, or each box's own headings before its rows. */
function areInTurn(headings: readonly Pane[], bodies: readonly Pane[]): boolean {
  const heads = headings.flatMap(({ rows }) => rows[0]?.element ?? []);
  const starts = bodies.flatMap(({ rows }) => rows[0]?.element ?? []);
  const isApart = heads.every((head) => isBefore(head, starts[0]));
  return (
    isApart ||
    heads.every((head, nth) => isBefore(head, starts[nth]) && (nth === 0 || isBefore(starts[nth - 1], head)))
  );
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
