import type { Table } from 'dexie';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import type { Database } from './database';

/** The table of frozen forecasts, by scope, period and day. */
export function snapshotsOf(database: Database): Table<FrozenForecast, [string, string, string]> {
  return database.table('snapshots');
}

/**
 * Of the rows that could be frozen today those of which there is none yet: the first of a day stays. None while a
 * pipeline is being read: a part of it would stand for the whole, for good.
 */
export async function rowsToFreeze(
  database: Database,
  rows: readonly FrozenForecast[],
): Promise<readonly FrozenForecast[]> {
  const keys = rows.map(({ scope, period, takenOn }): [string, string, string] => [scope, period, takenOn]);
  const [there, runs] = await Promise.all([snapshotsOf(database).bulkGet(keys), database.syncs.toArray()]);
  if (runs.some(({ status }) => status === 'running')) return [];
  return rows.filter((_, nth) => there[nth] === undefined);
}
