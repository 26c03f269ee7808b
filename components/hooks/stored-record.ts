import type { Progress } from '../../lib/forecast/record/walk-past';
import type { ForecastQuery } from '../../lib/store/read-forecast';
import { followStore } from './follow-store';
import { askForecastWorker } from './forecast-worker';
import { inOwnZone } from './in-own-zone';
import type { Live, RecordState } from './platform';

/**
 * The track record of the stored forecasts and deals, made by a worker, that follows the store; while it is made for the
 * first time, how far it has come. The worker ends with the last listener.
 *
 * @param now ISO 8601 UTC.
 */
export function storedRecord(
  query: ForecastQuery,
  now: () => string,
  onFault: (fault: unknown) => void,
): Live<RecordState> {
  const listeners = new Set<() => void>();
  let progress: RecordState | undefined;
  const onProgress = (now: Progress) => {
    progress = { kind: 'learning', progress: now };
    for (const listener of listeners) listener();
  };
  const made = followStore<RecordState>(async (signal) => {
    const asked = { kind: 'record' as const, query: inOwnZone({ ...query, now: now() }) };
    const record = await askForecastWorker(asked, signal, onProgress);
    return record && { kind: 'known', record };
  }, onFault);
  return {
    get: () => made.get() ?? progress,
    subscribe(listener) {
      listeners.add(listener);
      const stop = made.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}
