import type { Table } from 'dexie';
import type { Database } from '../database';
import { write } from '../write';
import { ensureColumns } from './ensure-columns';
import { NoColumns } from './patch-columns';

/**
 * A write of deals or of rows without id: over their tables and the columns, which are there by then, and `more`.
 * @param work Done once more where the columns went while it waited for its turn.
 */
export async function writeDeals<Value>(
  database: Database,
  more: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  const { deals, unidentified, columns } = database;
  for (;;) {
    await ensureColumns(database);
    try {
      return await write(database, [deals, unidentified, columns, ...more], work);
    } catch (error) {
      if (!(error instanceof NoColumns)) throw error;
    }
  }
}
