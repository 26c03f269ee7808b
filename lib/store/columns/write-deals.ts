import type { Table } from 'dexie';
import type { Database } from '../database';
import { write } from '../write';
import { ensureColumns } from './ensure-columns';

/** A write of deals or of rows without id: over their tables and the columns, which are there by then, and `more`. */
export async function writeDeals<Value>(
  database: Database,
  more: readonly Table[],
  work: () => Promise<Value>,
): Promise<Value> {
  await ensureColumns(database);
  const { deals, unidentified, columns } = database;
  return write(database, [deals, unidentified, columns, ...more], work);
}
