import type { Table } from 'dexie';

const chunk = 1000;

/** All rows of a table in the order of their keys, a thousand at a time: memory stays flat. */
export async function* scan<Row>(table: Table<Row>): AsyncGenerator<Row[]> {
  const keyOf = keyReader<Row>(table);
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

function keyReader<Row>({ schema }: Table<Row>): (row: Row) => unknown {
  const path = schema.primKey.keyPath;
  // A key's path names fields that every row of its table has.
  const field = (row: Row, name: string) => row[name as keyof Row];
  return (row) => (Array.isArray(path) ? path.map((name) => field(row, name)) : field(row, String(path)));
}
