import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import { heldHandoffsName } from '../../lib/store/held';
import { askHandoffs, holdHandoffWorker, storeFound } from './handoff-worker';
import { heldGlance, type Clock } from './held-glance';
import { inOwnZone } from './in-own-zone';
import type { Live } from './platform';

/** Handoffs of popup and side panel; what was found for them is stored for whoever cannot find it. */
export function storedHandoffGlance(clock: Clock, onFault: (fault: unknown) => void): Live<HandoffGlance> {
  return heldGlance<HandoffGlance>({
    ...clock,
    name: heldHandoffsName,
    lock: 'handoff-glance',
    async make(signal) {
      const moment = inOwnZone({ today: clock.today(), now: clock.now() });
      const letGo = holdHandoffWorker();
      const made = await askHandoffs({ kind: 'glance' as const, ...moment }).catch((error: unknown) => {
        letGo();
        throw error;
      });
      if (made === undefined || signal.aborted) {
        letGo();
        return undefined;
      }
      void storeFound(moment, signal).finally(letGo);
      return made;
    },
    onFault,
  });
}
