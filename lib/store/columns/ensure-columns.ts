import type { Database } from '../database';
import { readColumns } from './read-columns';
import { rebuildColumns } from './rebuild-columns';
import { readSumsRow } from './sums-row';

/** Builds the columns where they are missing, half built or of an older format. For the service worker alone. */
export async function ensureColumns(database: Database): Promise<void> {
  const columns = await readColumns(database);
  const sums = await readSumsRow(database);
  if (columns === undefined || sums?.epoch !== columns.head.epoch) await rebuildColumns(database);
}
