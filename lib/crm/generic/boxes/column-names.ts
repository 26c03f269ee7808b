import { isHidden } from '../../dom/is-hidden';
import { ownText, textOf } from '../../dom/text-of';
import { parseAmount } from '../../parse/parse-amount';
import { parseOutcome } from '../../parse/parse-outcome';
import { rowBefore } from './row-before';
import { isStageName } from '../words/is-stage-name';
import type { Board, BoardColumn } from './board-columns';

const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const controls = 'button,select,input,textarea,[role=button],[role=menu],[role=progressbar],progress';
const links = 'a[href],button,[role=tab]';
const attributes = ['aria-label', 'data-stage-name'];
const shared = ['data-name', 'data-id', 'data-stage-id'];
/**
 * What the columns of a board are called: the text above their cards, without counts and sums; else what a row of
 * headings of its own says. `undefined` for a column that has no name, and for all of them where nothing tells that
 * they are stages: a board can be grouped by owner or by month as well.
 */
export function columnNames(board: Board): readonly (string | undefined)[] {
  const names = headsOf(board);
  const known = names.filter((name) => name !== undefined);
  if (new Set(known).size < known.length || !areStages(known, board))
    return board.columns.map(() => undefined);
  return names;
}

/** What stands above the columns of a board, whether or not they are stages. */
export function headsOf(board: Board): readonly (string | undefined)[] {
  const own = board.columns.map((column) => withoutCount(ownName(column), column));
  return own.some((name) => name !== undefined) ? own : namesBeside(board);
}

function ownName({ element, cards }: BoardColumn): string | undefined {
  const places = [...placesIn(element, new Set(cards.map((card) => card.element)))];
  const titles = places.filter((place) => place.matches(headings));
  for (const place of [...titles, ...places]) {
    const name = nameIn(place);
    if (name !== undefined) return name;
  }
  return attributes.map((name) => element.getAttribute(name)?.trim()).find(Boolean);
}

/** All that is seen of a column besides its cards and its buttons. */
function* placesIn(element: Element, cards: ReadonlySet<Element>): Generator<Element> {
  yield element;
  for (const child of element.children)
    if (!cards.has(child) && !child.matches(controls) && !isHidden(child)) yield* placesIn(child, cards);
}

/** `Qualified 12` or `Qualified / 12` in a column of twelve; any other figure at the end may be a sum that changes, or a part of the name. */
function withoutCount(name: string | undefined, { cards }: BoardColumn): string | undefined {
  const [, words, figure] = /^(.*?)(?: \/ )?[\s·•|–-]*(\d[\d.,\s]*\D{0,4})$/u.exec(name ?? '') ?? [];
  if (figure === undefined) return name;
  // `Proposal 2 / 5`: shown of all, or of how many may lie there.
  if (/\d\s*\/\s*$/.test((name ?? '').slice(0, -figure.length))) return undefined;
  return figure.trim() === String(cards.length) ? words : undefined;
}

/** The heading's own words: counts and sums stand in elements of their own, or in brackets. */
function nameIn(place: Element): string | undefined {
  const text = ownText(place)
    .replace(/\s+/g, ' ')
    .replace(/[([]\s*\d[\d.,\s]*[)\]]\s*$/, '')
    .trim();
  if (!/\p{L}/u.test(text) || text.length > 80) return undefined;
  return isFigure(text) ? undefined : text;
}

function isFigure(text: string): boolean {
  return /^[\d.,\s]+\p{L}*$/u.test(text) || parseAmount(text, { decimalSign: '.' }).kind !== 'unreadable';
}

/**
 * The same, for a user who says whether they are stages: where nothing stands above the columns, and nothing tells that a
 * row of texts before them is their names, it may be.
 */
export function headsBefore(board: Board): readonly (string | undefined)[] {
  const heads = headsOf(board);
  if (heads.some((name) => name !== undefined)) return heads;
  const row = rowBefore(board.element, 5, (one) => areNames([...one.children], board.columns.length));
  return row === undefined ? heads : inOrder([...row.children], board.columns);
}

/** Different words for each column, that lead nowhere. */
function areNames(boxes: readonly Element[], size: number): boolean {
  const names = new Set(boxes.map(textOf));
  return (
    boxes.length === size &&
    names.size === size &&
    boxes.every((box) => !box.matches(links) && box.querySelector(links) === null) &&
    [...names].every((name) => name.length <= 80 && /\p{L}/u.test(name) && !isFigure(name))
  );
}

/** A row of headings before the columns, as many as there are columns, in the same order. */
function namesBeside({ element, columns }: Board): readonly (string | undefined)[] {
  const row = rowBefore(
    element,
    5,
    ({ children }) =>
      children.length === columns.length &&
      ([...children].every((one) => isHead(one) && textOf(one) !== '') ||
        [...children].every((one, nth) => isCounted(one, columns[nth]))),
  );
  return row === undefined ? columns.map(() => undefined) : inOrder([...row.children], columns);
}

/** Tabs and figures above a board may be as many as its columns: only heads of a table are heads. */
function isHead(cell: Element): boolean {
  return cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader';
}

/** A box that says how many cards lie in the column, and leads nowhere. */
function isCounted(box: Element, column: BoardColumn | undefined): boolean {
  const figures = textOf(box).split(/\D+/);
  return figures.includes(String(column?.cards.length)) && box.querySelector('a[href],[role=tab]') === null;
}

/** By the name that both bear in the markup, where they do: else by their place. */
function inOrder(
  heads: readonly Element[],
  columns: readonly BoardColumn[],
): readonly (string | undefined)[] {
  const by = shared.find((name) =>
    [...heads, ...columns.map(({ element }) => element)].every((one) => one.hasAttribute(name)),
  );
  return columns.map(({ element }, nth) => {
    const head =
      by === undefined ? heads[nth] : heads.find((one) => one.getAttribute(by) === element.getAttribute(by));
    return head && [head, ...head.querySelectorAll('*')].map(nameIn).find((name) => name !== undefined);
  });
}

/** Most names must be known ones: a single word may as well be somebody's name, or a region's. */
function areStages(names: readonly string[], { columns }: Board): boolean {
  // Nobody's name, no month and no region is that of an outcome.
  if (names.some((name) => /won|lost/.test(parseOutcome(name) ?? ''))) return true;
  if (names.length > 0 && names.filter(isStageName).length * 2 >= names.length) return true;
  return columns.every(({ element }) =>
    [...element.attributes].some(({ name }) => /^data-.*(?:stage|status|phase)/.test(name)),
  );
}
