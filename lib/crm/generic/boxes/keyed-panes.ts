import type { Steps } from '../../dom/in-slices';
import { dealIdNames, thingIdNames } from '../id-attributes';
import { columnOf, rowOf, type Row, type Table } from '../table';
import { headCells } from './head-cells';
import { areSameRows } from './same-rows';

/** Attributes by which the parts of one row find each other. */
const keys = [...dealIdNames, ...thingIdNames];
const aside = '[hidden],[aria-hidden=true],[role=dialog],dialog,nav,aside';
/** Where something to sort or choose by lies: its words are no headings. */
const tools =
  '[role=toolbar],[role=group],[role=radiogroup],[role=tablist],form,[class*=sort],[class*=toolbar],[class*=filter]';
const most = 10_000;

/**
 * A list of plain boxes whose columns lie in several boxes side by side: each row has a part in every one of them, under one
 * key that {@link areSameRows} trusts, and each of them has its own headings, all of which stand before its rows in the same
 * box. `undefined`: there is none.
 */
export function* keyedPanes(root: Element, base: URL): Steps<Table | undefined> {
  for (const name of keys) {
    const found = root.querySelectorAll(`[${name}]`);
    if (found.length < 2 || found.length > most) continue;
    const panes = new Map<Element, Element[]>();
    for (const row of found) {
      yield;
      const { parentElement: pane } = row;
      if (pane === null || row.closest(aside) !== null) continue;
      const rows = panes.get(pane);
      if (rows === undefined) panes.set(pane, [row]);
      else rows.push(row);
    }
    const table = yield* tableOf([...panes.values()], base);
    if (table !== undefined) return table;
  }
  return undefined;
}

function* tableOf(panes: readonly (readonly Element[])[], base: URL): Steps<Table | undefined> {
  const [first, ...others] = panes;
  const element = first?.[0]?.parentElement?.parentElement;
  if (first === undefined || !element || others.length > 3) return undefined;
  if (!(yield* areSameRows(panes, base))) return undefined;
  const starts = panes.flatMap((rows) => rows[0] ?? []);
  const headings = panes.map((rows) => headingsOf(rows, starts));
  if (headings.some((cells) => cells === undefined)) return undefined;
  const columns = headings.flatMap((cells) => cells ?? []).map((cell, at) => columnOf(at, cell));
  const rows: Row[] = [];
  for (const [nth, row] of first.entries()) {
    yield;
    const more = others.flatMap((all) => all[nth] ?? []);
    const cells = new Map([row, ...more].flatMap((part) => [...part.children]).entries());
    // A row with another number of cells in one of its parts has them under other headings.
    if (cells.size !== columns.length) return undefined;
    rows.push(rowOf([row, ...more], cells, columns));
  }
  return { element, columns, rows, isBusy: element.closest('[aria-busy=true]') !== null };
}

/**
 * The row of headings before the rows of one box, in what surrounds them and none of the other rows: as many as there are
 * cells, most of them known; a single one may be bare. Of two such rows neither is taken.
 *
 * @param starts The first row of every box.
 */
function headingsOf(rows: readonly Element[], starts: readonly Element[]): readonly Element[] | undefined {
  const [first] = rows;
  const width = first?.childElementCount ?? 0;
  if (first === undefined || width === 0 || rows.some((row) => row.childElementCount !== width))
    return undefined;
  const others = starts.filter((start) => start !== first);
  const found: Element[] = [];
  let at = first;
  while (at.parentElement !== null && !others.some((other) => at.parentElement?.contains(other) === true)) {
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling)
      found.push(
        ...[before, ...before.querySelectorAll('*')].filter((box) => headCells(box, width) !== undefined),
      );
    at = at.parentElement;
  }
  const [head, ...more] = found.filter((box) => box.closest(tools)?.contains(first) !== false);
  return head === undefined || more.length > 0 ? undefined : headCells(head, width);
}
