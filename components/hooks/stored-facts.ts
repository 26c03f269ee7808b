import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { FactsQuery } from '../../lib/store/read-facts';
import { liveFrom } from './live';
import type { Live } from './platform';
import { stored } from './stored';

/** Ten times as long as gathering takes, and never less than this, passes until it is done again. */
const leastPauseMs = 1000;

const door = () => import('../../lib/store/read-facts');

/**
 * Facts of the pipeline that follow the store: gathered anew after writes, but never more than a tenth of the time, and
 * not while nobody looks. While new ones are gathered the last ones stay.
 */
export function storedFacts(query: FactsQuery, onFault: (fault: unknown) => void): Live<PipelineFacts> {
  const generation = stored(async (database) => (await door()).storeGeneration(database), { onFault });
  return liveFrom<PipelineFacts>(
    (next) => {
      const end = new AbortController();
      let isStale = false;
      let isUnderWay = false;
      const gather = async () => {
        const began = performance.now();
        const [{ readFacts }, { readerDatabase }] = await Promise.all([
          door(),
          import('../../lib/store/live'),
        ]);
        const facts = await readFacts(readerDatabase(), query, end.signal);
        if (facts !== undefined) next(facts);
        await pause(Math.max(leastPauseMs, 10 * (performance.now() - began)), end.signal);
      };
      const follow = async () => {
        if (isUnderWay) return;
        isUnderWay = true;
        while (isStale && !end.signal.aborted) {
          isStale = false;
          await whenSeen(end.signal);
          if (!end.signal.aborted) await gather().catch(onFault);
        }
        isUnderWay = false;
      };
      const stop = generation.subscribe(() => {
        isStale = true;
        void follow();
      });
      return () => {
        end.abort();
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
