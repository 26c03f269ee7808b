import { paintBadge } from '../../lib/hosts/badge';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import { dropHeld, held as heldBy, heldForecastName, hold } from '../../lib/store/held';
import { readerDatabase } from '../../lib/store/live';
import { readGlance } from '../../lib/store/read-glance';
import { contentOf, readState } from '../../lib/store/read-state';
import { followStore } from './follow-store';
import { askForecastWorker } from './forecast-worker';
import { inOwnZone } from './in-own-zone';
import { localHour } from './local-hour';
import type { Live } from './platform';

interface Clock {
  /** The user's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/**
 * The forecast of popup and badge, made by a worker, that follows the store and the hour. One that was made of this very
 * store in this hour is not made again; a new one is left for the next surface, and shown on the badge. Of several open
 * pages one makes it, and the others take it.
 */
export function storedForecastGlance(
  { today, now }: Clock,
  onFault: (fault: unknown) => void,
): Live<ForecastGlance> {
  const isOfNow = ({ day, madeAt }: ForecastGlance) =>
    day === today() && localHour(madeAt) === localHour(now());
  const make = async (signal: AbortSignal): Promise<ForecastGlance | undefined> => {
    const held = await heldBy<ForecastGlance>(heldForecastName);
    if (held !== undefined && isOfNow(held) && (await isOfStore(held))) return held;
    const asked = inOwnZone({ kind: 'glance' as const, today: today(), now: now() });
    const made = await askForecastWorker(asked, signal);
    if (made === undefined) return undefined;
    // What was wiped while it was learned from must not come back as a figure: of another store nothing is left behind.
    if (!(await isOfStore(made))) return made;
    await hold(heldForecastName, made);
    if (!(await isOfStore(made))) await dropHeld(heldForecastName);
    const glance = await readGlance(readerDatabase(), today());
    if (glance !== undefined) await paintBadge(glance);
    return made;
  };
  return followStore<ForecastGlance>(
    async (signal) => {
      try {
        return await navigator.locks.request('forecast', { signal }, () => make(signal));
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
    onFault,
    { hourOf: () => localHour(now()) },
  );
}

/** Whether the store is still what a forecast was learned from. */
async function isOfStore({ uuid, generation }: ForecastGlance): Promise<boolean> {
  const state = await readState(readerDatabase());
  return state?.uuid === uuid && contentOf(state) === generation;
}
