import type { SeenNames } from '../../lib/handoff/seen-names';
import { followStore } from './follow-store';
import { inOwnZone } from './in-own-zone';
import type { Live } from './platform';

/** Names in deals that follow the store. */
export function storedSeenNames(onFault: (fault: unknown) => void): Live<SeenNames> {
  return followStore<SeenNames>(async (signal) => {
    const [{ readSeenNames }, { readerDatabase }] = await Promise.all([
      import('../../lib/store/read-seen-names'),
      import('../../lib/store/live'),
    ]);
    return readSeenNames(readerDatabase(), inOwnZone({}), signal);
  }, onFault);
}
