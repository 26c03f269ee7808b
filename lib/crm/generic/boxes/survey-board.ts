import { BOARD_COLUMN, type SurveyedColumn } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { SurveyedView } from '../../surveyed-view';
import type { FieldGuess } from '../field-of-heading';
import { isTaughtView, taughtView } from '../taught';
import type { Board } from './board-columns';
import { boardTable, type BoardTable } from './board-table';
import { cardValues } from './card-values';
import { columnNames } from './column-names';
import { repeatedOn } from './deal-board';
import type { Card } from './find-cards';
import { placesAt, surveyed, surveyedBy, valuesOf } from './surveyed';

/** What was understood of a board: of its columns, and of each place of its cards. */
export function* surveyBoard(
  page: Page,
  { found, board }: { readonly found: readonly Card[]; readonly board: Board },
): Steps<SurveyedView> {
  const shown = yield* boardTable(board);
  const { table, keys } = shown;
  const mapping = taughtView(page, 'board');
  const taught = mapping !== undefined && isTaughtView(keys, mapping) ? mapping : undefined;
  const guesses = { known: yield* guessesOf(page, { found, board }, shown), contested: [] };
  const columns: SurveyedColumn[] = [];
  // Of columns without a card, too.
  const heads = [...new Set(shown.heads)].filter((name) => name !== undefined);
  for (const [at, key] of keys.entries()) {
    // Columns that nothing names cannot be told to be stages.
    if (key === BOARD_COLUMN && heads.length === 0) continue;
    columns.push({
      key,
      heading: table.columns[at]?.heading ?? '',
      ...surveyedBy(at, guesses, taught?.columns[key]),
      values: at === 0 ? heads : yield* valuesOf(table, at),
    });
  }
  const places = new Map(
    keys.map((key, at) => [
      key,
      at === 0 ? board.columns.map(({ element }) => element) : placesAt(table, at),
    ]),
  );
  const hasNew = taught !== undefined && keys.some((key) => !Object.hasOwn(taught.columns, key));
  return { places, survey: surveyed(page, 'board', { columns, taught, hasNew }) };
}

/** What the places would be taken for without the user: a field that most cards with the place show there. */
function* guessesOf(
  page: Page,
  { found, board }: { readonly found: readonly Card[]; readonly board: Board },
  { table, keys }: BoardTable,
): Steps<ReadonlyMap<number, FieldGuess>> {
  const context = { base: page.url, isRepeated: yield* repeatedOn(found) };
  const claims = keys.map(() => new Map<FieldGuess['field'], { count: number; confidence: number }>());
  const cards = board.columns.flatMap((column) => column.cards);
  for (const [nth, card] of cards.entries()) {
    yield;
    const cells = table.rows[nth]?.cells;
    for (const { field, place, confidence } of cardValues(card, context).values.values()) {
      const at = keys.findIndex((_, one) => {
        const cell = cells?.get(one);
        return cell !== undefined && (cell.contains(place) || place.contains(cell));
      });
      const own = claims[at];
      const count = (own?.get(field)?.count ?? 0) + 1;
      own?.set(field, { count, confidence: Math.min(confidence, own.get(field)?.confidence ?? 1) });
    }
  }
  const known = new Map<number, FieldGuess>();
  if (columnNames(board).some((name) => name !== undefined)) known.set(0, { field: 'stage', confidence: 1 });
  for (const [at, own] of claims.entries()) {
    const size = table.rows.filter(({ cells }) => cells.has(at)).length;
    const [best] = [...own]
      .filter(([, { count }]) => count * 2 > size)
      .toSorted(([, a], [, b]) => b.count - a.count);
    const isFree = best !== undefined && ![...known.values()].some(({ field }) => field === best[0]);
    if (isFree && keys[at] !== BOARD_COLUMN)
      known.set(at, { field: best[0], confidence: best[1].confidence });
  }
  return known;
}
