import type { Table } from 'dexie';
import type { Target } from '../deal/target';
import type { Database } from './database';

/** Key of a target: scope, period, and the day from which it holds. */
type TargetKey = [string, string, string];

/** The table of quotas. */
export function targetsOf(database: Database): Table<Target, TargetKey> {
  return database.table('targets');
}
