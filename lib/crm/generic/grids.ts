import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Card } from './board/find-cards';
import { fieldOfHeading } from './field-of-heading';
import { rowBefore } from './row-before';
import { columnOf, rowOf, type Table } from './table';

/** A list of deals that is made of plain boxes has at least as many cells in a row. */
const fewestCells = 3;
const deepest = 4;

/**
 * Lists that say of nothing that it is a table: boxes with a deal's mark below each other, in each of them as many boxes
 * as there are in a row of headings before them, of which at least two are known.
 */
export function* gridsOf(cards: readonly Card[]): Steps<Table[]> {
  const [first] = cards;
  if (first === undefined) return [];
  const element = first.list;
  const own = cards.filter(({ list }) => list === element);
  for (const [width, depth] of widthsOf(own)) {
    yield;
    const heading = rowBefore(
      first.element,
      deepest,
      ({ children }) => children.length === width && isHeading(children),
    );
    if (heading === undefined) continue;
    const columns = [...heading.children].map((cell, at) => columnOf(at, cell));
    if (!own.every((card) => isNamed(card, { heading, depth }))) continue;
    const rows = own.flatMap(({ element }) => {
      const row = atDepth(element, depth);
      return row === undefined ? [] : rowOf(element, new Map([...row.children].entries()), columns);
    });
    return [{ element, columns, rows, isBusy: element.closest('[aria-busy=true]') !== null }];
  }
  return [];
}

/** How many cells all rows have alike, and how deep in them these lie. */
function widthsOf(cards: readonly Card[]): readonly (readonly [width: number, depth: number])[] {
  return Array.from({ length: deepest }, (_, depth): readonly [number, number] | undefined => {
    const widths = new Set(cards.map(({ element }) => atDepth(element, depth)?.childElementCount ?? 0));
    const [only = 0] = widths;
    return widths.size === 1 && only >= fewestCells ? [only, depth] : undefined;
  }).filter((one) => one !== undefined);
}

/** The box in a row so many steps further in, where each holds only one that shows something. */
function atDepth(element: Element, depth: number): Element | undefined {
  let at: Element | undefined = element;
  for (let step = 0; step < depth && at !== undefined; step += 1) {
    const inner: readonly Element[] = [...at.children].filter((child) => textOf(child) !== '');
    at = inner.length === 1 ? inner[0] : undefined;
  }
  return at;
}

/** Where the deal's link lies in one cell, that cell's heading is a name's: else cells and headings are not of one order. */
function isNamed(
  { element, mark }: Card,
  { heading, depth }: { readonly heading: Element; readonly depth: number },
): boolean {
  const at = [...(atDepth(element, depth)?.children ?? [])].findIndex((cell) => cell.contains(mark));
  const cell = heading.children[at];
  const field = cell === undefined ? undefined : fieldOfHeading(textOf(cell))?.field;
  return at === -1 || field === 'name' || field === 'account' || field === 'number';
}

function isHeading(cells: HTMLCollection): boolean {
  return [...cells].filter((cell) => fieldOfHeading(textOf(cell)) !== undefined).length >= 2;
}
