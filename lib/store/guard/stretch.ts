import type { Collection, Table } from 'dexie';
import type { Database } from '../database';
import { isLostRecord } from '../store-error';
import { mirroredTables } from './derived';
import type { Cursor } from './mirror';

/** Rows that are copied at a time, in one transaction: a stretch of one table. */
export const rowsAtOnce = 1000;

/** Where copying begins. */
export function firstOf(database: Database): Cursor | undefined {
  const table = mirroredTables(database)[0];
  return table && { table: table.name };
}

/** Where copying goes on after a stretch that ended with `last`; `undefined`: it was the end of the last table. */
export function cursorAfter(
  database: Database,
  { table }: Cursor,
  last: IDBValidKey | undefined,
): Cursor | undefined {
  if (last !== undefined) return { table, after: last };
  const tables = mirroredTables(database);
  const next = tables[tables.findIndex(({ name }) => name === table) + 1];
  return next && { table: next.name };
}

/**
 * The first rows of a range, and their keys. A row that the browser cannot read any more, though it has its key, is
 * left out: Chromium keeps large ones in files of their own.
 */
export async function readStretch<Key>(
  table: Table<object, Key>,
  range: () => Collection<object, Key>,
): Promise<{ readonly keys: Key[]; readonly rows: object[] }> {
  const keys = await range().limit(rowsAtOnce).primaryKeys();
  const orLost = (error: unknown) => {
    if (isLostRecord(error)) return undefined;
    throw error;
  };
  const all = await range().limit(rowsAtOnce).toArray().catch(orLost);
  if (all !== undefined) return { keys, rows: all };
  const rows: object[] = [];
  for (const key of keys) {
    const row = await table.get(key).catch(orLost);
    if (row !== undefined) rows.push(row);
  }
  return { keys, rows };
}

/** Those keys that are not among others. */
export function without(keys: readonly IDBValidKey[], others: readonly IDBValidKey[]): IDBValidKey[] {
  const names = new Set(others.map(keyName));
  return keys.filter((key) => !names.has(keyName(key)));
}

/** Keys are texts, numbers, or lists of them: written out, they can be compared. */
export function keyName(key: IDBValidKey | undefined): string {
  return JSON.stringify(key);
}
