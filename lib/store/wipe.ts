import { startColumns } from './columns/rebuild-columns';
import type { Database } from './database';
import { guardOf, write } from './write';

/**
 * Takes away everything that is stored, and its second copy with it: what is gone so is not restored. Granted hosts
 * stay granted: they are the browser's, not the store's.
 */
export async function wipeStore(database: Database): Promise<void> {
  const guard = guardOf(database);
  if (guard !== undefined) return guard.wipe();
  await write(database, database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    await startColumns(database);
  });
}
