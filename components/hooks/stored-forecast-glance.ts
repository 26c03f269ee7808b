import { paintBadge } from '../../lib/hosts/badge';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import { heldForecast, holdForecast } from '../../lib/store/held-forecast';
import { readerDatabase } from '../../lib/store/live';
import { readGlance } from '../../lib/store/read-glance';
import { readState } from '../../lib/store/read-state';
import { followStore } from './follow-store';
import { askForecastWorker } from './forecast-worker';
import type { Live } from './platform';

interface Clock {
  /** The user's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/**
 * The forecast of popup and badge, made by a worker, that follows the store. One that was made of this very store on
 * this day is not made again; a new one is left for the next surface, and shown on the badge.
 */
export function storedForecastGlance(
  { today, now }: Clock,
  onFault: (fault: unknown) => void,
): Live<ForecastGlance> {
  return followStore<ForecastGlance>(async (signal) => {
    const [held, state] = await Promise.all([heldForecast(), readState(readerDatabase())]);
    const isOfNow =
      held?.uuid === state?.uuid && held?.generation === state?.generation && held?.day === today();
    if (isOfNow) return held;
    const made = await askForecastWorker(
      { kind: 'glance', today: today(), now: now(), zone: Temporal.Now.timeZoneId() },
      signal,
    );
    if (made === undefined) return undefined;
    await holdForecast(made);
    const glance = await readGlance(readerDatabase(), today());
    if (glance !== undefined) await paintBadge(glance);
    return made;
  }, onFault);
}
