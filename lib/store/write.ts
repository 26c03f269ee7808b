import { Dexie, type Table, type Transaction } from 'dexie';
import type { Database } from './database';
import type { JournalRecord } from './guard/record';
import { record } from './guard/recorder';
import { within } from './guard/within';
import { contentOf } from './read-state';
import type { StoreState } from './rows';

/** What keeps a store's second copy, and knows whether the store may be written. */
export interface WriteGuard {
  /** Settles when the store may be written; rejects where it cannot be now. */
  ready(): Promise<void>;
  /** The same for what only reads: it settles also where that cannot be. */
  whenReady(): Promise<void>;
  /**
   * Keeps what a write is about to commit. Rejects where it must not be committed.
   * @returns The epoch that the write belongs to.
   */
  append(record: JournalRecord, epoch: string): Promise<string>;
  /** Takes back what was kept of a write that was not committed after all. Never rejects. */
  retract(generation: number): Promise<void>;
  /** Told of every commit, before it is acknowledged. */
  committed(state: StoreState): Promise<void>;
  /** Takes everything away, in both copies, for good. */
  wipe(): Promise<void>;
  /** Told of every write that failed. @returns Whether it may go better at once. */
  recover(fault: unknown): Promise<boolean>;
}

const guards = new WeakMap<Database, WriteGuard>();

/** From now on every write of the database passes its guard. */
export function guardWrites(database: Database, guard: WriteGuard): void {
  guards.set(database, guard);
}

/** What keeps the database's second copy; `undefined`: nothing does. */
export function guardOf(database: Database): WriteGuard | undefined {
  return guards.get(database);
}

/** The last write of each store that was begun, in this worker: the next one waits for it. */
const turns = new WeakMap<Database, Promise<unknown>>();

/** Far longer than any write takes: a browser that never answers keeps no other write waiting. */
const patienceMs = 120_000;

/**
 * The one door for writes: runs `work` as one strict transaction over the given tables, one write at a time, and
 * raises the store's generation with it where anything changed. Settles after the commit; where `work` throws,
 * nothing was written. `work` may be run once more, from its beginning, where the browser had lost the connection.
 *
 * Never call it inside another write: it would wait for itself.
 */
export function write<Value>(
  database: Database,
  tables: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  return takeTurn(database, async () => {
    const guard = guardOf(database);
    for (let again = true; ; again = false) {
      try {
        await guard?.ready();
        return await within(patienceMs, transact(database, tables, work));
      } catch (error) {
        const better = (await guard?.recover(error)) ?? false;
        if (!again || !better) throw error;
      }
    }
  });
}

/** Runs `work` when all that was begun before it has ended: nothing is written meanwhile. */
export function takeTurn<Value>(database: Database, work: () => Promise<Value>): Promise<Value> {
  const turn = (turns.get(database) ?? Promise.resolve()).then(work);
  // A write that failed keeps nobody waiting.
  turns.set(
    database,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

async function transact<Value>(
  database: Database,
  tables: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  const guard = guardOf(database);
  let kept: number | undefined;
  let next: StoreState | undefined;
  try {
    const value = await database.transaction(
      'rw',
      [...tables, database.summary],
      async (transaction: Transaction) => {
        const recording = record(transaction.idbtrans);
        const before = database.summary.get('store');
        // The work may fail before anybody waits for it.
        before.catch(() => {});
        const done = await work();
        const { ops, touched, counting, underWay } = recording;
        if (touched) {
          // Its scope says what kind of row it is.
          const isOfLeads = ops.some(({ table }) => table === 'leads');
          const made = nextState((await before) as StoreState | undefined, tables, isOfLeads);
          const { generation, at } = made;
          await Promise.all(counting);
          kept = generation;
          // The one copy is written while the other still is: neither commit is before its own end and the journal's.
          const keeping = holdOpen(
            transaction,
            () => guard?.append({ generation, at, ops }, made.epoch) ?? made.epoch,
          );
          const [epoch] = await Promise.all([keeping, ...underWay]);
          next = { ...made, epoch };
          await database.summary.put(next);
        }
        return done;
      },
    );
    if (next !== undefined) await guard?.committed(next);
    return value;
  } catch (error) {
    if (kept !== undefined) await guard?.retract(kept);
    throw error;
  }
}

/** Waits for something outside of a transaction, which stays open meanwhile, or for the transaction's end. */
function holdOpen<Value>(
  transaction: Transaction,
  work: () => PromiseLike<Value> | Value,
): PromiseLike<Value> {
  return new Dexie.Promise<Value>((resolve, reject) => {
    // Dexie waits with the transaction's own requests: after an abort, for ever.
    transaction.on('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    Dexie.waitFor(Dexie.ignoreTransaction(async () => work())).then(resolve, reject);
  });
}

/** Tables whose rows are made of others' rows alone: nothing is learned from them. */
const results = ['snapshots', 'handoffs'];

function nextState(state: StoreState | undefined, tables: readonly Table[], isOfLeads: boolean): StoreState {
  const uuid = state?.uuid ?? crypto.randomUUID();
  const generation = (state?.generation ?? 0) + 1;
  return {
    ...state,
    ...(isOfLeads && { leads: generation }),
    scope: 'store',
    uuid,
    epoch: state?.epoch ?? uuid,
    generation,
    content: tables.every(({ name }) => results.includes(name)) ? contentOf(state) : generation,
    at: new Date().toISOString(),
  };
}
