import { logFault } from '../log';
import type { StoredGlance } from '../messages/stored-glance';
import type { Glance } from '../pipeline/glance';
import { ensureColumns } from './columns/ensure-columns';
import type { Database } from './database';
import { readGlance } from './read-glance';
import { readState } from './read-state';
import { storeGlance } from './store-glance';
import { guardOf } from './write';

/** While writes go on, the figures follow them about once a second. */
const pauseMs = 1000;

/** The figures that the worker keeps at hand. */
export interface GlanceKeeper {
  /** After a write, or on another day: makes the figures anew, at once or when the last time is a second ago. */
  readonly refresh: () => void;
  /** The figures as of a day, `YYYY-MM-DD`. */
  readonly glanceOn: (day: string) => Promise<Glance>;
}

export interface Clock {
  /** The user's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/** @param show Shows every new state of the figures. */
export function keepGlance(
  database: Database,
  { today, now }: Clock,
  show: (glance: Glance) => Promise<unknown>,
): GlanceKeeper {
  let last: StoredGlance | undefined;
  let isUnderWay = false;
  let isStale = false;

  async function make(): Promise<void> {
    await guardOf(database)?.whenReady();
    await ensureColumns(database);
    last = await storeGlance(database, { today: today(), now: now() });
    if (last !== undefined) await show(last.glance);
  }

  async function follow(): Promise<void> {
    while (isStale) {
      isStale = false;
      await make().catch((error: unknown) => logFault('glance', error));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    isUnderWay = false;
  }

  return {
    refresh: () => {
      isStale = true;
      if (isUnderWay) return;
      isUnderWay = true;
      void follow();
    },
    glanceOn: async (day) => {
      await guardOf(database)?.whenReady();
      const state = await readState(database);
      const isFresh = last?.uuid === state?.uuid && last?.generation === state?.generation;
      if (last?.day === day && isFresh) return last.glance;
      await ensureColumns(database);
      const glance = await readGlance(database, day);
      if (glance === undefined) throw new Error('the columns are being built');
      return glance;
    },
  };
}
