import type { Outcome } from '../../../deal/deal';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { DealBoard } from '../deal-tables';
import type { FieldGuess } from '../field-of-heading';
import type { Row } from '../table';
import { isTaughtView, taughtView } from '../taught';
import type { Board } from './board-columns';
import { boardTable } from './board-table';
import { withoutColumn } from './deal-board';
import type { Card } from './find-cards';

/** The board as the user has taught it: what they named is read, and nothing else of it. `undefined`: it is another one. */
export function* taughtBoard(
  page: Page,
  { found, board }: { readonly found: readonly Card[]; readonly board: Board },
): Steps<DealBoard | undefined> {
  const mapping = taughtView(page, 'board');
  if (mapping === undefined) return undefined;
  const { table, keys } = yield* boardTable(board);
  if (!isTaughtView(keys, mapping)) return undefined;
  const known = new Map(
    keys.flatMap((key, at): [number, FieldGuess][] => {
      const field = mapping.columns[key];
      return field ? [[at, { field, confidence: 1 }]] : [];
    }),
  );
  const nameAt = keys.findIndex((key) => mapping.columns[key] === 'name');
  const outcomes = new Map(
    mapping.stages.flatMap(({ name, outcome }): [string, Outcome][] =>
      outcome === null ? [] : [[name, outcome]],
    ),
  );
  // Who has taught it knows what names the deal.
  const rows = table.rows.map((row): Row => {
    const mark = row.cells.get(nameAt);
    return mark === undefined ? row : { ...row, mark };
  });
  return {
    board: { table: { ...table, rows }, known, nameAt, contested: [], outcomes },
    problems: withoutColumn(found, board),
  };
}
