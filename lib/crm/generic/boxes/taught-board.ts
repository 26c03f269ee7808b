import { BOARD_COLUMN, type Mapping } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import { outcomesIn, type DealBoard } from '../deal-tables';
import type { FieldGuess } from '../field-of-heading';
import type { GenericField } from '../fields';
import type { Row } from '../table';
import { isTaughtView, taughtView } from '../taught';
import type { Board } from './board-columns';
import { boardTable, type BoardTable } from './board-table';
import { withoutColumn } from './deal-board';
import type { Card } from './find-cards';

/** The board as the user has taught it: what they named is read, and nothing else of it. `undefined`: it is another one. */
export function* taughtBoard(
  page: Page,
  { found, board }: { readonly found: readonly Card[]; readonly board: Board },
): Steps<DealBoard | undefined> {
  const mapping = taughtView(page, 'board');
  if (mapping === undefined) return undefined;
  const { table, keys, heads } = yield* boardTable(board);
  const areLikeBefore = areAsMany(keys, Object.keys(mapping.columns));
  const isSame = (key: string) => (key === BOARD_COLUMN ? isByStage(heads, mapping) : areLikeBefore(key));
  const nameAt = keys.findIndex((key) => mapping.columns[key] === 'name' && isSame(key));
  if (nameAt < 0 || !isTaughtView(keys, mapping)) return undefined;
  const known = new Map<number, FieldGuess>();
  const contested: GenericField[] = [];
  for (const [at, key] of keys.entries()) {
    const field = mapping.columns[key];
    if (field && isSame(key)) known.set(at, { field, confidence: 1 });
    else if (field) contested.push(field);
  }
  // Who has taught it knows what names the deal.
  const rows = table.rows.map((row): Row => {
    const mark = row.cells.get(nameAt);
    return mark === undefined ? row : { ...row, mark };
  });
  return {
    board: { table: { ...table, rows }, known, nameAt, contested, ...outcomesIn(mapping) },
    problems: withoutColumn(found, board),
  };
}

/** Whether there are as many places like this one as when it was taught: else nobody knows which of them is which. */
function areAsMany(now: readonly string[], then: readonly string[]): (key: string) => boolean {
  const like = (key: string) => key.replace(/ \(\d+\)$/, '');
  const count = (keys: readonly string[], key: string) =>
    keys.filter((one) => like(one) === like(key)).length;
  return (key) => count(now, key) === count(then, key);
}

/** Whether the columns are the stages that were named, but for some: the same board may be grouped by owner today. */
function isByStage(heads: BoardTable['heads'], { columns, stages }: Mapping): boolean {
  const names = heads.filter((name) => name !== undefined);
  const known = names.filter((name) => stages.some((stage) => stage.name === name));
  return columns[BOARD_COLUMN] === 'stage' && known.length * 2 > names.length;
}
