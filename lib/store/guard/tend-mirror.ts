import type { Database } from '../database';
import { readState } from '../read-state';
import { fillStretch } from './fill';
import { foldRecord } from './fold';
import type { Mirror } from './mirror';

/**
 * One bounded step towards a mirror that is whole and has an empty journal: copies a stretch of rows where it is still
 * being filled, else folds one record in. Nothing is written to the store meanwhile.
 */
export async function tendMirror(
  database: Database,
  mirror: Mirror,
): Promise<{ readonly isWhole: boolean; readonly hasMore: boolean }> {
  if (await fillStretch(database, mirror)) return { isWhole: false, hasMore: true };
  const state = await readState(database);
  return { isWhole: true, hasMore: await foldRecord(mirror, database, state?.generation ?? 0) };
}
