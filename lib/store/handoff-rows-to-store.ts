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

/** Rows that are still to be compared. */
export interface RowsDue {
  /** The next piece, by the database that is open then; `undefined` once every row is what was found. */
  readonly next: (database: Database) => Promise<RowsToStore | undefined>;
  /** Deals of which a row may not be what was found; `undefined`: all. */
  readonly left: () => ReadonlySet<string> | undefined;
}

/**
 * Compares what was found with the rows that are stored, piece by piece: new and changed ones first, then those to take
 * away.
 *
 * @param due The rows of these deals alone; absent: all rows, those of deals that are no more as well.
 */
export function changedRows(passes: Passes, learnedFrom: StateMark, due?: ReadonlySet<string>): RowsDue {
  const rows = handoffRows(passes, due);
  const found = new Set<string>();
  const stored = due === undefined ? allKeys() : keysOf([...due]);
  let isDone = false;
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
  const nextDrop = async (database: Database) => {
    for (;;) {
      const keys = await stored(database);
      if (keys === undefined) return undefined;
      const drop = keys.filter((key) => !found.has(key));
      if (drop.length > 0) return { put: [], drop, learnedFrom };
    }
  };
  return {
    next: async (database) => {
      const piece = (await nextPut(database)) ?? (await nextDrop(database));
      isDone ||= piece === undefined;
      return piece;
    },
    left: () => (isDone ? new Set() : due),
  };
}

/** Some keys at a time; `undefined` after the last ones. */
type Keys = (database: Database) => Promise<readonly string[] | undefined>;

function allKeys(): Keys {
  let last: string | undefined = '';
  return async ({ handoffs }) => {
    if (last === undefined) return undefined;
    const keys: string[] = await handoffs.where('key').above(last).limit(STEP).primaryKeys();
    last = keys.at(-1);
    return keys;
  };
}

function keysOf(deals: readonly string[]): Keys {
  let from = 0;
  return async ({ handoffs }) => {
    if (from >= deals.length) return undefined;
    const some = deals.slice(from, (from += STEP));
    const keys = await Promise.all(
      some.map((deal) => handoffs.where('key').between(`${deal}|`, `${deal}|\uffff`).primaryKeys()),
    );
    return keys.flat();
  };
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
