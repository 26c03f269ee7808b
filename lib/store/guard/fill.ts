import { Dexie } from 'dexie';
import type { Database } from '../database';
import type { StoreState } from '../rows';
import { dropRows, putRows, rowsBetween, type Mirror } from './mirror';
import { cursorAfter, firstOf, readStretch, rowsAtOnce, without } from './stretch';

/** Earlier epochs that are remembered. */
const most = 50;

/**
 * Begins to make the mirror a copy of the store as it is. Writes that come meanwhile are kept in its journal: what
 * they change in rows that are copied before or after, they change again when they are folded in.
 */
export async function beginFilling(database: Database, mirror: Mirror, state: StoreState): Promise<void> {
  const { journal, meta } = mirror;
  const { uuid, epoch, generation, at } = state;
  const filling = firstOf(database);
  await mirror.transaction('rw', journal, meta, async () => {
    const before = await meta.get('state');
    const past = before?.uuid === uuid ? [...before.past, before.epoch] : [];
    await journal.clear();
    await meta.put(
      {
        uuid,
        epoch,
        past: past.filter((one) => one !== epoch).slice(-most),
        generation,
        at,
        version: database.verno,
        ...(filling && { filling }),
      },
      'state',
    );
  });
}

/** Copies the next stretch of rows into the mirror. @returns Whether there are more. */
export async function fillStretch(database: Database, mirror: Mirror): Promise<boolean> {
  const { meta, rows } = mirror;
  const before = await meta.get('state');
  if (before?.filling === undefined) return false;
  const { filling, ...state } = before;
  const { table: name, after = Dexie.minKey } = filling;
  const table = database.table<object, IDBValidKey>(name);
  const { keys, rows: copied } = await readStretch(table, () =>
    table.where(':id').between(after, Dexie.maxKey, false, true),
  );
  const last = keys.length < rowsAtOnce ? undefined : keys.at(-1);
  const next = cursorAfter(database, filling, last);
  await mirror.transaction('rw', meta, rows, async () => {
    const there = await rowsBetween(mirror, name, {
      lower: after,
      upper: last,
      lowerOpen: true,
    }).primaryKeys();
    await dropRows(
      mirror,
      name,
      without(
        there.map(([, key]) => key),
        keys,
      ),
    );
    await putRows(mirror, table, copied);
    await meta.put({ ...state, ...(next && { filling: next }) }, 'state');
  });
  return next !== undefined;
}
