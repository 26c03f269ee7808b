import type { Deal, DealChange } from '../deal/deal';
import type { BackupTableRows } from '../export/backup';
import type { BackupTable } from './backup-tables';
import { backupTables } from './backup-tables';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import { scan, scanByKey } from './scan';

/** Every table of a backup, or some of them, each read only when its turn has come. */
export function readBackup(
  database: Database,
  tables: readonly BackupTable[] = backupTables,
): BackupTableRows[] {
  return tables.map((name) => [name, rowsOf(database, name)]);
}

/** The deals of the store, a thousand at a time. */
export async function* readDealChunks(database: Database): AsyncGenerator<Deal[]> {
  for await (const rows of scan(database.deals)) yield rows.map(withoutSlot);
}

/** Names of the qualification fields that any deal has, in order. */
export async function readQualificationIds(database: Database): Promise<string[]> {
  const ids = new Set<string>();
  for await (const deals of scan(database.deals)) {
    for (const { qualification } of deals) for (const id of Object.keys(qualification ?? {})) ids.add(id);
  }
  return [...ids].toSorted();
}

/** A deal's changes stand in the order of the deals: an import reads both side by side. */
async function* rowsOf(database: Database, name: BackupTable): AsyncGenerator<object> {
  const chunks =
    name === 'changes' ? scanByKey(database.table<DealChange>(name)) : scan<object>(database.table(name));
  for await (const rows of chunks) yield* rows.map((row) => withoutSlot<object>(row));
}
