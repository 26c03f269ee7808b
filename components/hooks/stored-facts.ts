import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { FactsQuery } from '../../lib/store/read-facts';
import { followStore } from './follow-store';
import { inOwnZone } from './in-own-zone';
import { localHour } from './local-hour';
import type { Live } from './platform';

/**
 * Facts of the pipeline that follow the store and the hour.
 *
 * @param now ISO 8601 UTC.
 */
export function storedFacts(
  query: FactsQuery,
  now: () => string,
  onFault: (fault: unknown) => void,
): Live<PipelineFacts> {
  return followStore<PipelineFacts>(
    async (signal) => {
      const [{ readFacts }, { readerDatabase }] = await Promise.all([
        import('../../lib/store/read-facts'),
        import('../../lib/store/live'),
      ]);
      return readFacts(readerDatabase(), inOwnZone({ ...query, now: now() }), signal);
    },
    onFault,
    { hourOf: () => localHour(now()) },
  );
}
