import type { Database } from '../database';
import { dropRows, putRows, rowsBetween, type Mirror } from './mirror';
import type { Op } from './record';

/**
 * Brings the oldest record of the journal into the mirror's rows, and takes it out of the journal in the same
 * transaction: broken off at any point, it is done wholly or not at all.
 * @param committed Later records are left alone: the store's last write has not got so far.
 * @returns Whether there was one.
 */
export async function foldRecord(mirror: Mirror, database: Database, committed: number): Promise<boolean> {
  const { journal, meta, rows } = mirror;
  return mirror.transaction('rw', [journal, meta, rows], async () => {
    const [state, record] = await Promise.all([meta.get('state'), journal.toCollection().first()]);
    if (state === undefined || record === undefined || record.generation > committed) return false;
    const { generation, at, ops } = record;
    for (const op of ops) await applyToRows(mirror, database, op);
    await journal.delete(generation);
    await meta.put({ ...state, generation, at }, 'state');
    return true;
  });
}

async function applyToRows(mirror: Mirror, database: Database, op: Op): Promise<void> {
  if ('put' in op) await putRows(mirror, database.table(op.table), op.put);
  else if ('drop' in op) await dropRows(mirror, op.table, op.drop);
  else await rowsBetween(mirror, op.table, op.clear).delete();
}
