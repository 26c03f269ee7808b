import { paintBadge } from '../../lib/hosts/badge';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import { heldForecastName } from '../../lib/store/held';
import { readerDatabase } from '../../lib/store/live';
import { readGlance } from '../../lib/store/read-glance';
import { askForecastWorker } from './forecast-worker';
import { heldGlance, type Clock } from './held-glance';
import { inOwnZone } from './in-own-zone';
import type { Live } from './platform';

/** The forecast of popup and badge; a new one is shown on the badge. */
export function storedForecastGlance(clock: Clock, onFault: (fault: unknown) => void): Live<ForecastGlance> {
  const { today, now } = clock;
  return heldGlance<ForecastGlance>({
    ...clock,
    name: heldForecastName,
    lock: 'forecast',
    make: (signal) =>
      askForecastWorker(inOwnZone({ kind: 'glance' as const, today: today(), now: now() }), signal),
    async onHeld() {
      const glance = await readGlance(readerDatabase(), today());
      if (glance !== undefined) await paintBadge(glance);
    },
    onFault,
  });
}
