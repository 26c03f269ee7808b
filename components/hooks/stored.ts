import type { Database } from '../../lib/store/database';
import { liveFrom } from './live';
import type { Live } from './platform';

/** The store's door, loaded after the first paint: Dexie is not in a surface's first chunk. */
const door = () => import('../../lib/store/live');

/** A store that could not be read may be restored meanwhile. */
const againMs = 2000;

/**
 * A query of the store that answers anew after every write it depends on, and every `everyMs` where its answer
 * also depends on the clock.
 * @param onFault Told of every fault, and with `undefined` that the store answers.
 */
export function stored<T>(
  query: (database: Database) => Promise<T>,
  onFault: (fault: unknown) => void,
  everyMs?: number,
): Live<T> {
  return liveFrom((next) => {
    let stop = () => {};
    let stopped = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const answer = (value: T) => {
      onFault(undefined);
      next(value);
    };
    const fail = (fault: unknown) => {
      onFault(fault);
      retry = setTimeout(start, againMs);
    };
    const start = () =>
      void door().then(({ observe }) => {
        if (!stopped) stop = observe(query, answer, fail);
      }, fail);
    start();
    const timer = everyMs === undefined ? undefined : setInterval(() => (stop(), start()), everyMs);
    return () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(retry);
      stop();
    };
  });
}
