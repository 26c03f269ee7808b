import { areAlike } from './alike';
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
 * The board that cards lie on: columns of one kind side by side, each with a list of one kind. `undefined` where the
 * cards lie in one list, or in several that are no columns of one board.
 */
export function boardOf(cards: readonly Card[]): Board | undefined {
  const [first] = cards;
  if (first === undefined) return undefined;
  const { list } = first;
  const isList = (element: Element) => areAlike(element, list);
  for (let column = list; column.parentElement !== null; column = column.parentElement) {
    const { parentElement: element } = column;
    const like = column;
    const holds = (other: Element) =>
      isList(other) || [...other.getElementsByTagName(list.tagName)].some(isList);
    const all = [...element.children].filter((other) => areAlike(other, like) && holds(other));
    if (all.length < 2) continue;
    const columns = all.map((one) => ({
      element: one,
      cards: cards.filter(({ element: card }) => one.contains(card) && one !== card),
    }));
    // A section beside the board is no column of it: in a column all cards share one list.
    const isBoard = columns.every((one) => new Set(one.cards.map((card) => card.list)).size <= 1);
    return isBoard && columns.some((one) => one.cards.length > 0) ? { element, columns } : undefined;
  }
  return undefined;
}
