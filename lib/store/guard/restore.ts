import { Dexie } from 'dexie';
import type { Database } from '../database';
import { keyReader } from '../key-reader';
import type { StoreState } from '../rows';
import { mirroredTables } from './derived';
import { forgetDerived } from './forget-derived';
import { stayAwake, type Ground } from './ground';
import type { RestoreMark } from './inspect';
import { rowsBetween, type Cursor, type Mirror, type MirrorState } from './mirror';
import type { Replayed } from './replay';
import { cursorAfter, firstOf, keyName, readStretch, rowsAtOnce, without } from './stretch';

interface Source {
  /** What the mirror is. */
  readonly source: MirrorState;
  /** True where the mirror lacks rows as well. */
  readonly keeps?: boolean | undefined;
}

/**
 * Brings the rows of the mirror into the store, stretch by stretch, and goes on where it was broken off. Afterwards
 * the store is what the mirror's rows are; the writes of the journal are left to `replay`.
 *
 * A row that the mirror does not have goes, but not where the mirror itself was still being filled: there its rows
 * may be older, and only those that are missing are brought. So it is everywhere where the mirror lacks rows as well.
 *
 * One that was broken off goes on as it was begun.
 */
export async function restore(
  ground: Pick<Ground, 'database' | 'session'>,
  mirror: Mirror,
  { source, keeps = false }: Source,
): Promise<Pick<Replayed, 'state' | 'lost'> & { readonly keeps: boolean }> {
  const { database } = ground;
  const { uuid, epoch, generation, at, filling } = source;
  const state: StoreState = { scope: 'store', uuid, epoch, generation, at };
  const tables = mirroredTables(database).map(({ name }) => name);
  const mark = await database.table<RestoreMark>('summary').get('restore');
  const isKeeping = mark === undefined ? keeps : mark.keeps === true;
  const whole = filling === undefined ? tables.length : tables.indexOf(filling.table);
  const reached = isKeeping ? 0 : whole;
  let lost = false;
  let cursor: Cursor | undefined = mark ?? firstOf(database);
  while (cursor !== undefined) {
    await stayAwake(ground);
    const exact = tables.indexOf(cursor.table) < reached;
    const done: Stretch = await restoreStretch({ database, mirror, state, isKeeping }, cursor, exact);
    lost ||= done.lost;
    cursor = done.next;
  }
  return { state, lost, keeps: isKeeping };
}

interface Restoration {
  readonly database: Database;
  readonly mirror: Mirror;
  readonly state: StoreState;
  readonly isKeeping: boolean;
}

interface Stretch {
  readonly next: Cursor | undefined;
  /** True where a row could not be read. */
  readonly lost: boolean;
}

async function restoreStretch(
  { database, mirror, state, isKeeping }: Restoration,
  cursor: Cursor,
  exact: boolean,
): Promise<Stretch> {
  const { after = Dexie.minKey } = cursor;
  const table = database.table<object, IDBValidKey>(cursor.table);
  const keyOf = keyReader(table);
  const read = await readStretch(mirror.rows, () =>
    rowsBetween(mirror, cursor.table, { lower: after, lowerOpen: true }),
  );
  const keys = read.keys.map(([, key]) => key);
  const last = keys.length < rowsAtOnce ? undefined : keys.at(-1);
  const next = cursorAfter(database, cursor, last);
  await database.transaction('rw', database.tables, async () => {
    const here = await table
      .where(':id')
      .between(after, last ?? Dexie.maxKey, false, true)
      .primaryKeys();
    if (exact) await table.bulkDelete(without(here, keys));
    const isHere = new Set(exact ? [] : here.map(keyName));
    await table.bulkPut(read.rows.filter((row) => !isHere.has(keyName(keyOf(row)))));
    await forgetDerived(database);
    const { summary } = database;
    if (next === undefined) {
      await summary.delete('restore');
      await summary.put(state);
    } else {
      const mark: RestoreMark = { ...next, scope: 'restore', state, ...(isKeeping && { keeps: true }) };
      await database.table<RestoreMark>('summary').put(mark);
    }
  });
  return { next, lost: read.rows.length < keys.length };
}
