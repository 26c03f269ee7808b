import type { Table } from 'dexie';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import type { Database } from './database';
import { freezeHold, type Moment } from './freeze-hold';

/** The table of frozen forecasts, by scope, period and day. */
export function snapshotsOf(database: Database): Table<FrozenForecast, [string, string, string]> {
  return database.table('snapshots');
}

/**
 * Of the rows that could be frozen now those of which there is none yet: the first of a day stays. None where
 * {@link freezeHold} says so.
 *
 * They are frozen when a page asks for the forecast, and not by the background's clock: the background has no room for what
 * learns it, nor may it start a worker, and a page that is never seen would need one more permission, in one browser. On a
 * day on which nobody looked nobody was told anything; the record takes the row of up to three days before, or what the
 * history tells. So it is of every scope: a segment's rows are those of the days on which somebody looked at it, and say
 * what its deals of that day were to bring, whichever segment these show later.
 */
export async function rowsToFreeze(
  database: Database,
  rows: readonly FrozenForecast[],
  moment: Moment,
): Promise<readonly FrozenForecast[]> {
  const keys = rows.map(({ scope, period, takenOn }): [string, string, string] => [scope, period, takenOn]);
  const [there, runs] = await Promise.all([snapshotsOf(database).bulkGet(keys), database.syncs.toArray()]);
  if (freezeHold(runs, moment) !== undefined) return [];
  return rows.filter((_, nth) => there[nth] === undefined);
}
