import type { Table } from 'dexie';
import type { Database } from '../database';
import { write } from '../write';
import { ensureColumns } from './ensure-columns';
import { columnsToChange, NoColumns } from './patch-columns';

/**
 * A write of deals or of rows without id: over their tables and the columns, which are there by then, and `more`.
 * @param work Done when they are there, whatever has to be built before.
 */
export async function writeDeals<Value>(
  database: Database,
  more: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  const { deals, unidentified, columns } = database;
  for (;;) {
    try {
      return await write(database, [deals, unidentified, columns, ...more], async () => {
        await columnsToChange(database);
        return work();
      });
    } catch (error) {
      if (!(error instanceof NoColumns)) throw error;
      await ensureColumns(database);
    }
  }
}
