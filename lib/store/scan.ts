import type { Table } from 'dexie';
import { keyReader } from './key-reader';

const chunk = 1000;

/** All rows of a table in the order of their keys, a thousand at a time: memory stays flat. */
export async function* scan<Row>(table: Table<Row>): AsyncGenerator<Row[]> {
  const keyOf = keyReader(table);
  let last: unknown;
  for (;;) {
    const range = last === undefined ? table.toCollection() : table.where(':id').above(last);
    const rows = await range.limit(chunk).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    if (rows.length < chunk) return;
    last = keyOf(end);
  }
}

/** All rows of a table in the order of its index `key`, some thousand at a time; no key's rows are in two of them. */
export async function* scanByKey<Row extends { readonly key: string }>(
  table: Table<Row>,
): AsyncGenerator<Row[]> {
  let last = '';
  for (;;) {
    const rows = await table.where('key').above(last).limit(chunk).toArray();
    const end = rows.at(-1);
    if (end === undefined || rows.length < chunk) {
      yield rows;
      return;
    }
    yield rows.filter(({ key }) => key !== end.key);
    yield await table.where('key').equals(end.key).toArray();
    last = end.key;
  }
}
