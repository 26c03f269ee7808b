import { liveFrom } from './live';
import type { Live } from './platform';
import { stored } from './stored';

/** Ten times as long as gathering takes, and never less than this, passes until it is done again. */
const leastPauseMs = 1000;
/** A fault may pass by itself: it is tried again so often, after 2, 4, 8 ... seconds; then with the next write. */
const mostAgain = 6;

/**
 * What is gathered from the whole store, and follows it: anew after writes, but never more than a tenth of the time, and
 * not while nobody looks. While the new one is gathered the last one stays.
 *
 * What goes wrong is told, and tried again a few times.
 *
 * @param gather Settles with `undefined` where it was given up.
 * @param options.hourOf The user's day and hour: with others it is gathered anew, written or not.
 */
export function followStore<T>(
  gather: (signal: AbortSignal) => Promise<T | undefined>,
  onFault: (fault: unknown) => void,
  { hourOf }: { readonly hourOf?: () => string } = {},
): Live<T> {
  const generation = stored(
    async (database) => (await import('../../lib/store/read-facts')).storeGeneration(database),
    { onFault },
  );
  return liveFrom<T>(
    (next) => {
      const end = new AbortController();
      let isStale = false;
      let isUnderWay = false;
      let again = 0;
      let hour = hourOf?.();
      const once = async () => {
        const began = performance.now();
        const found = await gather(end.signal);
        again = 0;
        if (found !== undefined && !end.signal.aborted) next(found);
        await pause(Math.max(leastPauseMs, 10 * (performance.now() - began)), end.signal);
      };
      const follow = async () => {
        if (isUnderWay) return;
        isUnderWay = true;
        while (isStale && !end.signal.aborted) {
          isStale = false;
          await whenSeen(end.signal);
          if (end.signal.aborted) break;
          await once().catch(async (fault: unknown) => {
            onFault(fault);
            if ((again += 1) > mostAgain) return;
            isStale = true;
            await pause(leastPauseMs * 2 ** again, end.signal);
          });
        }
        isUnderWay = false;
      };
      const isAnotherHour = () => {
        if (hour === hourOf?.()) return;
        hour = hourOf?.();
        isStale = true;
        void follow();
      };
      const clock = hourOf && setInterval(isAnotherHour, leastPauseMs * 10);
      const stop = generation.subscribe(() => {
        isStale = true;
        again = 0;
        void follow();
      });
      return () => {
        end.abort();
        clearInterval(clock);
        stop();
      };
    },
    { isSame: (now) => now === undefined },
  );
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Settles once the page is looked at. */
function whenSeen(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
