import { converter } from '../../lib/pipeline/converter';
import type { DealList } from '../../lib/pipeline/list/deal-list';
import { dealListOf } from '../../lib/pipeline/list/deal-list-of';
import type { StoredSource } from '../../lib/store/list-queries';
import { liveFrom } from './live';
import type { ListQuery, Live } from './platform';
import { stored } from './stored';

/** How long a list is made before the page is let breathe. */
const sliceMs = 8;

/**
 * A list that is made anew after every write: from the columns, in slices, so that 100,000 deals hold up no scrolling and
 * no typing. While a new one is made the last one stays.
 */
export function storedList(query: ListQuery, onFault: (fault: unknown) => void): Live<DealList> {
  const withTexts = Boolean(query.filter.search?.trim()) || query.sorting.column === 'name';
  const source = stored(
    async (database) =>
      (await import('../../lib/store/list-queries')).readSource(database, {
        withTexts,
        segment: query.filter.segment,
      }),
    { onFault, isSame: (now, before) => now === before },
  );
  return liveFrom<DealList>(
    (next) => {
      let last = new AbortController();
      const make = () => {
        last.abort();
        last = new AbortController();
        const now = source.get();
        if (now !== undefined) void inSlices(listOf(now, query), last.signal).then(next, onFault);
      };
      const stop = source.subscribe(make);
      return () => {
        last.abort();
        stop();
      };
    },
    { isSame: (now) => now === undefined },
  );
}

function listOf(
  source: StoredSource,
  { currency, today, ...wish }: ListQuery,
): Generator<undefined, DealList> {
  const valuation = { currency, today, convert: converter(source.rates, currency ?? '') };
  return dealListOf(source, { ...wish, valuation });
}

/** @returns `undefined` where it was given up. */
async function inSlices<Value>(
  work: Generator<undefined, Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    until = performance.now() + sliceMs;
  }
}
