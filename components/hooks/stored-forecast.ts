import type { ForecastReport } from '../../lib/forecast/report';
import type { ForecastQuery } from '../../lib/store/read-forecast';
import { followStore } from './follow-store';
import { askForecastWorker } from './forecast-worker';
import type { Live } from './platform';

/** The forecast of the stored deals, made by a worker, that follows the store. */
export function storedForecast(
  query: ForecastQuery,
  onFault: (fault: unknown) => void,
): Live<ForecastReport> {
  return followStore<ForecastReport>(
    (signal) => askForecastWorker({ kind: 'report', query }, signal),
    onFault,
  );
}
