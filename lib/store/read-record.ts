import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import { pastInMaking } from '../forecast/record/past-in-making';
import { pastOfDeal } from '../forecast/record/past-of-deal';
import { recordOfPast } from '../forecast/record/record-of-past';
import type { TrackRecord } from '../forecast/record/track-record';
import type { Progress } from '../forecast/record/walk-past';
import { targetOn } from '../pipeline/targets/target-on';
import type { Database } from './database';
import type { Zoned } from './each-deal';
import { freezeHold } from './freeze-hold';
import type { ForecastQuery } from './read-forecast';
import { readScope } from './read-scope';
import { snapshotsOf } from './rows-to-freeze';

/**
 * How good the forecasts of a scope have been: from all stored deals with their changes (see `pastOfDeal`), and from what
 * was frozen day by day. For a worker.
 *
 * @param onProgress Told before each past day how many are done.
 */
export async function readRecord(
  database: Database,
  { today, currency, scope, zone, now }: Omit<ForecastQuery, 'openTotal'> & Zoned,
  onProgress: (progress: Progress) => void,
): Promise<TrackRecord> {
  const [{ settings, targets, stages, convert, rule, each }, frozen, runs] = await Promise.all([
    readScope(database, { currency, scope, zone }),
    frozenRows(database, scope),
    database.syncs.toArray(),
  ]);
  const isFrozen = frozen.some(({ takenOn }) => takenOn === today);
  const heldBack = isFrozen || now === undefined ? undefined : freezeHold(runs, { now, zone });
  const making = pastInMaking(stages);
  await each((deal, own) => {
    const past = pastOfDeal(deal, own, { today, convert, rule });
    if (past?.owned.some(({ value }) => value)) making.add(past);
  });
  const steps = recordOfPast(making.result(), {
    today,
    scope,
    currency,
    fiscal: settings.fiscal,
    // What was frozen in another currency is not converted: rates of now would change what was said.
    frozen: frozen.filter((row) => row.version === 1 && row.currency === currency),
    targetOf: (period, on) => {
      // A target that was entered on the day or later was nobody's on the day before.
      const known = targets.filter(({ from }) => from < on);
      const target = targetOn(known, { scope, period, on });
      return target && convert(target.amountMinor, target.currency, on);
    },
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return heldBack === undefined ? value : { ...value, heldBack };
    onProgress(value);
  }
}

function frozenRows(database: Database, scope: string): Promise<FrozenForecast[]> {
  return snapshotsOf(database).where('[scope+period+takenOn]').between([scope], [scope, []]).toArray();
}
