import type { Table } from 'dexie';
import type { Database } from './database';
import type { StoreState } from './rows';

/** The last write of each store that was begun, in this worker: the next one waits for it. */
const turns = new WeakMap<Database, Promise<unknown>>();

/**
 * The one door for writes: runs `work` as one strict transaction over the given tables, one write at a time, and
 * raises the store's generation with it. Settles after the commit; where `work` throws, nothing was written.
 *
 * Never call it inside another write: it would wait for itself.
 */
export function write<Value>(
  database: Database,
  tables: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  const before = turns.get(database) ?? Promise.resolve();
  const turn = before.then(() =>
    database.transaction('rw', [...tables, database.summary], async () => {
      const value = await work();
      await raiseGeneration(database);
      return value;
    }),
  );
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

async function raiseGeneration({ summary }: Database): Promise<void> {
  // Its scope says what kind of row it is.
  const state = (await summary.get('store')) as StoreState | undefined;
  const next: StoreState = {
    scope: 'store',
    uuid: state?.uuid ?? crypto.randomUUID(),
    generation: (state?.generation ?? 0) + 1,
  };
  await summary.put(next);
}
