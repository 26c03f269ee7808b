import { areAlike } from '../alike';
import type { Card } from './find-cards';

/** One column of a board, with what lies in it. */
export interface BoardColumn {
  readonly element: Element;
  readonly cards: readonly Card[];
}

/** Columns that stand side by side, from the first to the last; also those without a card. */
export interface Board {
  readonly element: Element;
  readonly columns: readonly BoardColumn[];
}

/**
 * The board that cards lie on: columns of one kind side by side, each with a list of one kind; of several such places that
 * with the most cards, and the most columns. `undefined` where the cards lie in one list, or in several that are no columns
 * of one board.
 */
export function boardOf(cards: readonly Card[]): Board | undefined {
  const [first] = cards;
  if (first === undefined) return undefined;
  const { list } = first;
  let best: Board | undefined;
  for (let column = list; column.parentElement !== null; column = column.parentElement) {
    const board = boardAround(column, list, cards);
    if (board !== undefined && (best === undefined || isMore(board, best))) best = board;
  }
  return best;
}

/** Cards that lie below each other in one list, as a board of one column. `undefined` where they do not. */
export function pileOf(cards: readonly Card[]): Board | undefined {
  const [first, second] = cards;
  const isOne = second !== undefined && cards.every(({ list }) => list === first?.list);
  return isOne ? { element: second.list, columns: [{ element: second.list, cards }] } : undefined;
}

function boardAround(column: Element, list: Element, cards: readonly Card[]): Board | undefined {
  const { parentElement: element } = column;
  const isList = (one: Element) => areAlike(one, list);
  const holds = (other: Element) =>
    isList(other) || [...other.getElementsByTagName(list.tagName)].some(isList);
  const all = [...(element?.children ?? [])].filter((other) => areAlike(other, column) && holds(other));
  if (element === null || all.length < 2) return undefined;
  const columns = all.map((one) => ({
    element: one,
    cards: cards.filter(({ element: card }) => one.contains(card) && one !== card),
  }));
  // A section beside the board is no column of it: in a column all cards share one list.
  const isBoard = columns.every((one) => new Set(one.cards.map((card) => card.list)).size <= 1);
  return isBoard && columns.some((one) => one.cards.length > 0) ? { element, columns } : undefined;
}

/** The head of a column and its list may look like two columns: the board is larger. */
function isMore(one: Board, other: Board): boolean {
  const more = cardsOn(one) - cardsOn(other);
  return more > 0 || (more === 0 && one.columns.length > other.columns.length);
}

function cardsOn({ columns }: Board): number {
  return columns.reduce((sum, { cards }) => sum + cards.length, 0);
}
