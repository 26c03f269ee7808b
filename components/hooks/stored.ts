import type { Database } from '../../lib/store/database';
import { liveFrom, type LiveOptions } from './live';
import type { Live } from './platform';

/** The store's door, loaded after the first paint: Dexie is not in a surface's first chunk. */
const door = () => import('../../lib/store/live');

/** A store that could not be read may be restored meanwhile. */
const againMs = 2000;

export interface StoredOptions<T> extends LiveOptions<T> {
  /** Told of every fault, and with `undefined` that the store answers. */
  readonly onFault: (fault: unknown) => void;
  /** Asks again so often: the answer also depends on the clock. */
  readonly everyMs?: number;
}

/**
 * A query of the store that answers anew after every write it depends on. Where something is known at first, that is
 * painted before the store is opened, and it stays until the store has an answer.
 */
export function stored<T>(
  query: (database: Database) => Promise<T | undefined>,
  { onFault, everyMs, ...options }: StoredOptions<T>,
): Live<T> {
  return liveFrom((next) => {
    let stop = () => {};
    let stopped = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const answer = (value: T | undefined) => {
      onFault(undefined);
      if (value !== undefined || options.first === undefined) next(value);
    };
    const fail = (fault: unknown) => {
      onFault(fault);
      retry = setTimeout(start, againMs);
    };
    const start = () =>
      void door().then(({ observe }) => {
        if (!stopped) stop = observe(query, answer, fail);
      }, fail);
    if (options.first === undefined) start();
    else afterPaint(start);
    const timer = everyMs === undefined ? undefined : setInterval(() => (stop(), start()), everyMs);
    return () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(retry);
      stop();
    };
  }, options);
}

/** Calls back once the page has been painted; a page that nobody sees is not painted, and does not wait for it. */
function afterPaint(run: () => void): void {
  let isRun = false;
  const once = () => {
    if (!isRun) run();
    isRun = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}
