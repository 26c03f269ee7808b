import type { Database } from '../../lib/store/database';
import { liveFrom } from './live';
import type { Live } from './platform';

/** The store's door, loaded after the first paint: Dexie is not in a surface's first chunk. */
const door = () => import('../../lib/store/live');

/**
 * A query of the store that answers anew after every write it depends on, and every `everyMs` where its answer
 * also depends on the clock.
 */
export function stored<T>(
  query: (database: Database) => Promise<T | undefined>,
  onFault: (fault: unknown) => void,
  everyMs?: number,
): Live<T> {
  return liveFrom((next) => {
    let stop = () => {};
    let stopped = false;
    const start = () =>
      void door().then(({ observe }) => {
        if (!stopped) stop = observe(query, next, onFault);
      }, onFault);
    start();
    const timer = everyMs === undefined ? undefined : setInterval(() => (stop(), start()), everyMs);
    return () => {
      stopped = true;
      clearInterval(timer);
      stop();
    };
  });
}
