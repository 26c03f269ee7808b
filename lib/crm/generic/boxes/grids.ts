import type { Steps } from '../../dom/in-slices';
import { textOf } from '../../dom/text-of';
import type { Card } from './find-cards';
import { fieldOfHeading } from '../field-of-heading';
import { headedBoxes } from './headed-boxes';
import { rowBefore } from './row-before';
import { arePlainHeadings } from '../plain-headings';
import { columnOf, rowOf, type Table } from '../table';

/** A list of deals that is made of plain boxes has at least as many cells in a row. */
const fewestCells = 3;
const deepest = 4;

/** The lists of plain boxes below `root`: by the deals' marks that were found, else by headings alone. */
export function* gridsIn(root: Element, cards: readonly Card[]): Steps<Table[]> {
  const marked = yield* gridsOf(cards);
  return marked.length > 0 ? marked : yield* gridsOf(yield* headedBoxes(root));
}

/** Whether marked boxes lie below headings that are surely such: they are rows then, and no cards. */
export function* areHeadedRows(cards: readonly Card[]): Steps<boolean> {
  const [grid] = yield* gridsOf(cards);
  // Cards of a board lie in several lists; a heading above all of one list is that of its rows.
  const isOneList = cards.every(({ list }) => list === cards[0]?.list);
  return grid !== undefined && (isOneList || arePlainHeadings(grid.columns.map(({ heading }) => heading)));
}

/**
 * Lists that say of nothing that it is a table: boxes with a deal's mark below each other, in each of them, at the same
 * place, as many boxes as there are in a row of headings before them, of which at least two are known.
 */
function* gridsOf(cards: readonly Card[]): Steps<Table[]> {
  const [first] = cards;
  if (first === undefined) return [];
  const element = first.list;
  const own = cards.filter(({ list }) => list === element);
  for (const path of pathsOf(first)) {
    yield;
    const boxes = own.map((card) => at(card.element, path));
    const width = boxes[0]?.childElementCount;
    if (boxes.some((box) => box?.childElementCount !== width)) continue;
    const heading = rowBefore(
      first.element,
      deepest,
      ({ children }) => children.length === width && isHeading(children),
    );
    if (heading === undefined) continue;
    const columns = [...heading.children].map((cell, nth) => columnOf(nth, cell));
    if (!own.every(({ mark }, nth) => isNamed(mark, boxes[nth], heading))) continue;
    const rows = own.flatMap((card, nth) => {
      const box = boxes[nth];
      return box === undefined ? [] : rowOf([card.element], new Map([...box.children].entries()), columns);
    });
    return [{ element, columns, rows, isBusy: element.closest('[aria-busy=true]') !== null }];
  }
  return [];
}

/** Places in a row that may hold its cells: what surrounds its mark, and what lies within, where one box alone shows text. */
function pathsOf({ element, mark }: Card): readonly (readonly number[])[] {
  const boxes: Element[] = [];
  for (let box = mark; box !== element && box.parentElement !== null;) boxes.push((box = box.parentElement));
  let inner: Element | undefined = mark;
  for (let depth = 0; depth < deepest && inner !== undefined; depth += 1) {
    boxes.push(inner);
    const shown: readonly Element[] = [...inner.children].filter((child) => textOf(child) !== '');
    inner = shown.length === 1 ? shown[0] : undefined;
  }
  return boxes.filter((box) => box.childElementCount >= fewestCells).map((box) => pathTo(box, element));
}

function pathTo(box: Element, top: Element): readonly number[] {
  const path: number[] = [];
  for (let inner = box; inner !== top && inner.parentElement !== null; inner = inner.parentElement)
    path.unshift([...inner.parentElement.children].indexOf(inner));
  return path;
}

function at(top: Element, path: readonly number[]): Element | undefined {
  return path.reduce<Element | undefined>((box, nth) => box?.children[nth], top);
}

/** Where the deal's link lies in one cell, that cell's heading is a name's: else cells and headings are not of one order. */
function isNamed(mark: Element, box: Element | undefined, heading: Element): boolean {
  const nth = [...(box?.children ?? [])].findIndex((cell) => cell.contains(mark));
  const cell = heading.children[nth];
  if (cell === undefined || mark.tagName === 'INPUT') return true;
  const field = fieldOfHeading(textOf(cell))?.field;
  return field === 'name' || field === 'account' || field === 'number';
}

function isHeading(cells: HTMLCollection): boolean {
  return [...cells].filter((cell) => fieldOfHeading(textOf(cell)) !== undefined).length >= 2;
}
