import type { Table } from 'dexie';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import type { Database } from './database';
import type { Sync } from './rows';

/** The table of frozen forecasts, by scope, period and day. */
export function snapshotsOf(database: Database): Table<FrozenForecast, [string, string, string]> {
  return database.table('snapshots');
}

/**
 * Of the rows that could be frozen today those of which there is none yet: the first of a day stays. None while a
 * pipeline is being read, or where that was broken off before all its deals had ever been: a part of it would stand for
 * the whole, for good.
 */
export async function rowsToFreeze(
  database: Database,
  rows: readonly FrozenForecast[],
): Promise<readonly FrozenForecast[]> {
  const keys = rows.map(({ scope, period, takenOn }): [string, string, string] => [scope, period, takenOn]);
  const [there, runs] = await Promise.all([snapshotsOf(database).bulkGet(keys), database.syncs.toArray()]);
  if (runs.some(isPart)) return [];
  return rows.filter((_, nth) => there[nth] === undefined);
}

function isPart({ status, dealsReadAt, listedAt }: Sync): boolean {
  return status === 'running' || (status === 'stopped' && (dealsReadAt ?? listedAt) === undefined);
}
