import type { Steps } from '../../dom/in-slices';
import { textOf } from '../../dom/text-of';
import { fieldOfHeading } from '../field-of-heading';
import { dealIdNames, thingIdNames } from '../id-attributes';
import { columnOf, rowOf, type Row, type Table } from '../table';
import { rowBefore } from './row-before';

/** Attributes by which the parts of one row find each other. */
const keys = [...dealIdNames, ...thingIdNames, 'data-index', 'data-row-index', 'data-rowindex', 'row-index'];
const aside = '[hidden],[aria-hidden=true],[role=dialog],dialog,nav,aside';
const deepest = 5;
const most = 10_000;

/**
 * A list of plain boxes whose columns lie in several boxes side by side: each row has a part in every one of them, under one
 * key, and each of them has its own headings, all of which stand before its rows. `undefined`: there is none.
 */
export function* keyedPanes(root: Element): Steps<Table | undefined> {
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
    const table = yield* tableOf([...panes.values()], name);
    if (table !== undefined) return table;
  }
  return undefined;
}

function* tableOf(panes: readonly (readonly Element[])[], name: string): Steps<Table | undefined> {
  const [first, ...others] = panes;
  const element = first?.[0]?.parentElement?.parentElement;
  if (first === undefined || !element || others.length < 1 || others.length > 3) return undefined;
  const named = first.map((row) => row.getAttribute(name));
  const isOne =
    new Set(named).size === named.length &&
    others.every(
      (rows) =>
        rows.length === first.length && rows.every((row, nth) => row.getAttribute(name) === named[nth]),
    );
  if (!isOne) return undefined;
  const headings = panes.map(headingsOf);
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

/** The row of headings before the rows of one box: as many as there are cells, most of them known; a single one may be bare. */
function headingsOf(rows: readonly Element[]): readonly Element[] | undefined {
  const [first] = rows;
  const width = first?.childElementCount ?? 0;
  if (first === undefined || width === 0 || rows.some((row) => row.childElementCount !== width))
    return undefined;
  const isHead = (box: Element): boolean => {
    const cells = headCells(box, width);
    const known = cells.filter((cell) => fieldOfHeading(textOf(cell)) !== undefined).length;
    return cells.length === width && known * 2 > width;
  };
  const head = rowBefore(first, deepest, isHead);
  return head && headCells(head, width);
}

function headCells(box: Element, width: number): readonly Element[] {
  return width === 1 && box.childElementCount === 0 ? [box] : [...box.children];
}
