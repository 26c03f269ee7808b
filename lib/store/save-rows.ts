import type { OwnRows } from '../messages/own-rows';
import type { Database } from './database';
import { fillTable } from './import-others';
import { write } from './write';

/** Stores what a page of ours has made, or the user has typed there, in one strict transaction. */
export async function saveRows(
  database: Database,
  { table, put = [], drop = [], isKept }: OwnRows,
): Promise<void> {
  const rows = database.table(table);
  await write(database, [rows], async () => {
    if (isKept) return fillTable(database, table, put);
    await rows.bulkDelete(drop);
    return rows.bulkPut(put);
  });
}
