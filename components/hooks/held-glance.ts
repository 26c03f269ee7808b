import { dropHeld, held, hold } from '../../lib/store/held';
import { readerDatabase } from '../../lib/store/live';
import { contentOf, readState } from '../../lib/store/read-state';
import { followStore } from './follow-store';
import { localHour } from './local-hour';
import type { Live } from './platform';

/** The user's clock. */
export interface Clock {
  /** The user's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/** Of which store figures are, and of when. */
interface Dated {
  readonly day: string;
  readonly madeAt: string;
  readonly uuid: string;
  readonly generation: number;
}

export interface HeldGlanceOptions<Glance> extends Clock {
  /** Name under which it is left in `storage.local`. */
  readonly name: string;
  /** Name of the lock under which it is made. */
  readonly lock: string;
  /** @returns `undefined` where nothing can be made. */
  readonly make: (signal: AbortSignal) => Promise<Glance | undefined>;
  /**
   * What belongs to it and must be done before it is left for others: who finds it there does nothing more.
   *
   * @returns Whether all of it was done; if not, the next surface makes all anew.
   */
  readonly settle?: (signal: AbortSignal) => Promise<boolean>;
  /** Called once a new one has been left for others. */
  readonly onHeld?: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Figures made by a worker that follow the store and the hour. What was made of this very store in this hour is not made
 * again; a new one is left for the next surface. Of several open pages one makes it, and the others take it.
 */
export function heldGlance<Glance extends Dated>({
  name,
  lock,
  make,
  settle,
  onHeld,
  onFault,
  today,
  now,
}: HeldGlanceOptions<Glance>): Live<Glance> {
  const take = async (signal: AbortSignal): Promise<Glance | undefined> => {
    const left = await held<Glance>(name);
    const isOfNow = left?.day === today() && localHour(left.madeAt) === localHour(now());
    if (left !== undefined && isOfNow && (await isOfStore(left))) return left;
    const made = await make(signal);
    if (made === undefined) return undefined;
    // What was wiped while it was learned from must not come back as a figure: of another store nothing is left behind.
    if (!(await isOfStore(made))) return made;
    if (settle === undefined) await leave(made);
    // It is shown meanwhile.
    else
      void settle(signal)
        .then((isDone) => (isDone ? leave(made) : undefined))
        .catch(onFault);
    return made;
  };
  const leave = async (made: Glance): Promise<void> => {
    await hold(name, made);
    if (!(await isOfStore(made))) await dropHeld(name);
    await onHeld?.();
  };
  return followStore<Glance>(
    async (signal) => {
      try {
        return await navigator.locks.request(lock, { signal }, () => take(signal));
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    },
    onFault,
    { hourOf: () => localHour(now()) },
  );
}

/** Whether the store is still what they were made from. */
async function isOfStore({ uuid, generation }: Dated): Promise<boolean> {
  const state = await readState(readerDatabase());
  return state?.uuid === uuid && contentOf(state) === generation;
}
