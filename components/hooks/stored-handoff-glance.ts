import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import { dropHeld, held, hold, heldHandoffsName } from '../../lib/store/held';
import { readerDatabase } from '../../lib/store/live';
import { contentOf, readState } from '../../lib/store/read-state';
import { followStore } from './follow-store';
import { askHandoffs, holdHandoffWorker, storeFound } from './handoff-worker';
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
 * Handoffs of popup and side panel, made by a worker, that follow the store and the hour. What was made of this very store in
 * this hour is not made again; a new one is left for the next surface. Of several open pages one makes it.
 */
export function storedHandoffGlance(
  { today, now }: Clock,
  onFault: (fault: unknown) => void,
): Live<HandoffGlance> {
  const make = async (signal: AbortSignal): Promise<HandoffGlance | undefined> => {
    const left = await held<HandoffGlance>(heldHandoffsName);
    const isOfNow = left?.day === today() && localHour(left.madeAt) === localHour(now());
    if (left !== undefined && isOfNow && (await isOfStore(left))) return left;
    const moment = inOwnZone({ today: today(), now: now() });
    const letGo = holdHandoffWorker();
    try {
      const made = await askHandoffs({ kind: 'glance' as const, ...moment });
      if (made === undefined || signal.aborted) return undefined;
      void storeFound(moment, signal).finally(letGo);
      // What was wiped while it was learned from must not come back as a figure.
      if (!(await isOfStore(made))) return made;
      await hold(heldHandoffsName, made);
      if (!(await isOfStore(made))) await dropHeld(heldHandoffsName);
      return made;
    } catch (error) {
      letGo();
      throw error;
    }
  };
  return followStore<HandoffGlance>(
    async (signal) => {
      try {
        return await navigator.locks.request('handoff-glance', { signal }, () => make(signal));
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
    onFault,
    { hourOf: () => localHour(now()) },
  );
}

/** Whether the store is still what it was made from. */
async function isOfStore({ uuid, generation }: HandoffGlance): Promise<boolean> {
  const state = await readState(readerDatabase());
  return state?.uuid === uuid && contentOf(state) === generation;
}
