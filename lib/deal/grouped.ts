/** Rows by their key, each group in the order in which its rows came, the groups by their first row. A row of no key is in none. */
export function grouped<Row, Key>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key | null | undefined,
): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === undefined) continue;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  return groups;
}
