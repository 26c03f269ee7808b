import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import type { FactsQuery } from '../../lib/store/read-facts';
import { followStore } from './follow-store';
import { inOwnZone } from './in-own-zone';
import type { Live } from './platform';

/** Facts of the pipeline that follow the store. */
export function storedFacts(query: FactsQuery, onFault: (fault: unknown) => void): Live<PipelineFacts> {
  return followStore<PipelineFacts>(async (signal) => {
    const [{ readFacts }, { readerDatabase }] = await Promise.all([
      import('../../lib/store/read-facts'),
      import('../../lib/store/live'),
    ]);
    return readFacts(readerDatabase(), inOwnZone(query), signal);
  }, onFault);
}
