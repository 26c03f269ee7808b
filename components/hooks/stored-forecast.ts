import type { ForecastReport } from '../../lib/forecast/report';
import type { ForecastQuery } from '../../lib/store/read-forecast';
import { followStore } from './follow-store';
import { type ForecastWorker, forecastWorker } from './forecast-worker';
import { inOwnZone } from './in-own-zone';
import { localHour } from './local-hour';
import type { LiveForecast } from './platform';

/**
 * The forecast of the stored deals, made by a worker, that follows the store and the hour. The worker lives from the first
 * listener to the last, and answers from what it learned last.
 *
 * @param now ISO 8601 UTC.
 */
export function storedForecast(
  query: ForecastQuery,
  now: () => string,
  onFault: (fault: unknown) => void,
): LiveForecast {
  let worker: ForecastWorker | undefined;
  const start = (signal: AbortSignal): ForecastWorker => {
    const end = () => {
      mine.end();
      if (worker === mine) worker = undefined;
    };
    const mine = forecastWorker(end);
    signal.addEventListener('abort', end, { once: true });
    return mine;
  };
  const live = followStore<ForecastReport>(
    async (signal) =>
      (worker ??= start(signal)).ask({ kind: 'report', query: inOwnZone({ ...query, now: now() }) }),
    onFault,
    { hourOf: () => localHour(now()) },
  );
  return { ...live, whatIf: async (question) => worker?.ask({ kind: 'what-if', question }) };
}
