import { BOARD_COLUMN } from '../../../deal/mapping';
import type { Steps } from '../../dom/in-slices';
import { shownText, type Shown } from '../shown';
import type { Row, Table } from '../table';
import type { Board } from './board-columns';
import { cardPlaces, type CardPlace } from './card-places';
import { headsBefore } from './column-names';
import { datesBehind } from './dates-behind';
import { cardRow } from './deal-board';
import type { Card } from './find-cards';

/** A board by the places of its cards, whatever they say: a row for each card, the board's own column first. */
export interface BoardTable {
  readonly table: Table;
  /** What each column is known by, by its position. */
  readonly keys: readonly string[];
  /** What stands above each of the board's own columns, whether or not these are stages. */
  readonly heads: readonly (string | undefined)[];
}

/** The table is made in steps; a card that has none of the places has an empty cell there. */
export function* boardTable(board: Board): Steps<BoardTable> {
  // What stands above a single list names the page.
  const heads = board.columns.length === 1 ? [undefined] : headsBefore(board);
  const cards = board.columns.flatMap((column, nth) =>
    column.cards.map((card) => ({ card, head: heads[nth] })),
  );
  const places = datesBehind(yield* cardPlaces(cards.map(({ card }) => card.element)));
  const keys = [BOARD_COLUMN, ...new Set(places.flatMap((own) => [...own.keys()]))];
  const headings = keys.map((key) => places.map((own) => own.get(key)?.heading).find(Boolean) ?? '');
  const rows = cards.map((one, nth) => rowOf(one, places[nth] ?? new Map(), keys));
  const columns = headings.map((heading, at) => ({ at, heading }));
  return { keys, heads, table: { element: board.element, columns, rows, isBusy: isBusy(board) } };
}

function rowOf(
  { card, head }: { readonly card: Card; readonly head: string | undefined },
  places: ReadonlyMap<string, CardPlace>,
  keys: readonly string[],
): Row {
  const cells = new Map<number, Element>();
  const fixed = new Map<number, Shown>(head === undefined ? [] : [[0, shownText(head)]]);
  for (const [at, key] of keys.entries()) {
    const place = places.get(key);
    if (place === undefined) continue;
    cells.set(at, place.element);
    if (place.lines !== undefined) fixed.set(at, { ...shownText(''), lines: place.lines });
  }
  return cardRow(card, { cells, fixed });
}

function isBusy({ element }: Board): boolean {
  return element.closest('[aria-busy=true]') !== null;
}
