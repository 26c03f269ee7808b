import { AGE_BINS } from './age-bins';
import { ageTrend } from './age-trend';
import type { AgeTuning } from './tuning';

interface Counted {
  readonly events: Float64Array;
  /** Exposure, in deal days. */
  readonly at: Float64Array;
  /** Rate of the whole stage. */
  readonly mean: number;
}

/**
 * Daily rate in each bin of days in a stage. A bin is drawn to what its neighbours say, the nearer the more, and these
 * to a trend over age: so an age that no deal has reached yet has the rate of the oldest that were seen, carried on,
 * and not that of the young ones.
 */
export function ageRates({ events, at, mean }: Counted, tuning: AgeTuning): Float64Array {
  const trend = ageTrend({ events, at, mean }, tuning);
  const rates = new Float64Array(AGE_BINS);
  const awaited = new Float64Array(AGE_BINS);
  let [seen, expected] = [0, 0];
  const passOn = (bin: number): void => {
    seen = tuning.nearness * (seen + (events[bin] ?? 0));
    expected = tuning.nearness * (expected + (at[bin] ?? 0) * (trend[bin] ?? 0));
  };
  for (let bin = 0; bin < AGE_BINS; bin += 1) {
    rates[bin] = seen;
    awaited[bin] = expected;
    passOn(bin);
  }
  [seen, expected] = [0, 0];
  for (let bin = AGE_BINS - 1; bin >= 0; bin -= 1) {
    const around = (rates[bin] ?? 0) + seen + tuning.trendPrior;
    const near = ((trend[bin] ?? 0) * around) / ((awaited[bin] ?? 0) + expected + tuning.trendPrior);
    rates[bin] = Math.min(
      1,
      ((events[bin] ?? 0) + tuning.binPrior) / ((at[bin] ?? 0) + tuning.binPrior / near),
    );
    passOn(bin);
  }
  return rates;
}
