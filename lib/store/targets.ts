import type { Table } from 'dexie';
import type { Target } from '../deal/target';
import type { Database } from './database';
import { write } from './write';

/** Key of a target: scope, period, and the day from which it holds. */
type TargetKey = [string, string, string];

/** The table of quotas. */
export function targetsOf(database: Database): Table<Target, TargetKey> {
  return database.table('targets');
}

/** Stores targets; one of the same scope, period and day is replaced. */
export async function saveTargets(database: Database, rows: readonly Target[]): Promise<void> {
  const targets = targetsOf(database);
  await write(database, [targets], () => targets.bulkPut(rows));
}
