import type { Deal } from '../deal/deal';
import type { BackupTableRows } from '../export/backup';
import type { BackupTable } from './backup-tables';
import { backupTables } from './backup-tables';
import type { Database } from './database';
import { scan } from './scan';

/** Every table of a backup, each read only when its turn has come. */
export function readBackup(database: Database): BackupTableRows[] {
  return backupTables.map((name) => [name, rowsOf(database, name)]);
}

/** The deals of the store, a thousand at a time. */
export function readDealChunks(database: Database): AsyncGenerator<Deal[]> {
  return scan(database.deals);
}

/** Names of the qualification fields that any deal has, in order. */
export async function readQualificationIds(database: Database): Promise<string[]> {
  const ids = new Set<string>();
  for await (const deals of scan(database.deals)) {
    for (const { qualification } of deals) for (const id of Object.keys(qualification ?? {})) ids.add(id);
  }
  return [...ids].toSorted();
}

async function* rowsOf(database: Database, name: BackupTable): AsyncGenerator<object> {
  for await (const rows of scan<object>(database.table(name))) yield* rows;
}
