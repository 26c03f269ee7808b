import type { HandoffRow } from '../handoff/handoff-row';
import { handoffRows } from '../handoff/handoff-rows';
import type { Passes } from '../handoff/found-on';
import type { Database } from './database';
import type { StateMark } from './read-state';

/** Rows of the table `handoffs` that are no more what was found. */
export interface RowsToStore {
  readonly put: readonly HandoffRow[];
  /** Keys of passes that are no more. */
  readonly drop: readonly string[];
  readonly learnedFrom: StateMark;
}

/** So many rows are looked at, and stored, at a time. */
const STEP = 250;

/**
 * Compares what was found with the rows that are stored, piece by piece: new and changed ones first, then those to take
 * away. Each piece is looked for with the database that is open then.
 *
 * @returns A function that gives the next piece; `undefined` once every row is what was found.
 */
export function changedRows(
  passes: Passes,
  learnedFrom: StateMark,
): (database: Database) => Promise<RowsToStore | undefined> {
  const rows = handoffRows(passes);
  const found = new Set<string>();
  let last: string | undefined = '';
  const nextPut = async ({ handoffs }: Database) => {
    for (;;) {
      const piece = taken(rows, STEP);
      if (piece.length === 0) return undefined;
      piece.forEach(({ key }) => found.add(key));
      const there = await handoffs.bulkGet(piece.map(({ key }) => key));
      const put = piece.filter((row, nth) => !isSame(row, there[nth]));
      if (put.length > 0) return { put, drop: [], learnedFrom };
    }
  };
  const nextDrop = async ({ handoffs }: Database) => {
    while (last !== undefined) {
      const keys: string[] = await handoffs.where('key').above(last).limit(STEP).primaryKeys();
      last = keys.at(-1);
      const drop = keys.filter((key) => !found.has(key));
      if (drop.length > 0) return { put: [], drop, learnedFrom };
    }
    return undefined;
  };
  return async (database) => (await nextPut(database)) ?? nextDrop(database);
}

function taken<One>(from: Iterator<One>, n: number): One[] {
  const some: One[] = [];
  for (let next = from.next(); !next.done; next = from.next()) {
    some.push(next.value);
    if (some.length === n) break;
  }
  return some;
}

/** The hour at which a row was made is no difference. */
function isSame(row: HandoffRow, there: HandoffRow | undefined): boolean {
  return there !== undefined && JSON.stringify({ ...there, madeAt: row.madeAt }) === JSON.stringify(row);
}
