import { startColumns } from './columns/rebuild-columns';
import type { Database } from './database';
import { write } from './write';

/** Empties every table in one transaction. Granted hosts stay granted: they are the browser's, not the store's. */
export async function wipeStore(database: Database): Promise<void> {
  await write(database, database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    await startColumns(database);
  });
}
