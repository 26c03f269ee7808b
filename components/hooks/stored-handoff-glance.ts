import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import { heldHandoffsName } from '../../lib/store/held';
import { askHandoffs, holdHandoffWorker, storeFound } from './handoff-worker';
import { heldGlance, type Clock } from './held-glance';
import { inOwnZone } from './in-own-zone';
import type { Live } from './platform';

/** Handoffs of popup and side panel; what was found for them is stored for whoever cannot find it. */
export function storedHandoffGlance(clock: Clock, onFault: (fault: unknown) => void): Live<HandoffGlance> {
  const moment = () => inOwnZone({ today: clock.today(), now: clock.now() });
  return heldGlance<HandoffGlance>({
    ...clock,
    name: heldHandoffsName,
    lock: 'handoff-glance',
    make: () => whileHeld(() => askHandoffs({ kind: 'glance' as const, ...moment() })),
    settle: (signal) => whileHeld(() => storeFound(moment(), signal)),
    onFault,
  });
}

async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const letGo = holdHandoffWorker();
  try {
    return await work();
  } finally {
    letGo();
  }
}
