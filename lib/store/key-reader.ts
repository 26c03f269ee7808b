import type { Table } from 'dexie';

/** How to tell a row's key in its table, which stores the key's parts as fields of the row. */
export function keyReader<Row, Key>({ schema }: Table<Row, Key>): (row: Row) => Key {
  const path = schema.primKey.keyPath;
  // A key's path names fields that every row of its table has.
  const field = (row: Row, name: string) => row[name as keyof Row];
  return (row) =>
    (Array.isArray(path) ? path.map((name) => field(row, name)) : field(row, String(path))) as Key;
}
