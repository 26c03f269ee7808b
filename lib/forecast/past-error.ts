import { sum } from 'simple-statistics';
import type { PastTuning } from './tuning';

interface Span {
  readonly forecast: number;
  readonly actual: number;
  /** Variance of the logarithm that was expected. */
  readonly variance: number;
}

/**
 * Squared errors of past forecasts, in the logarithm of actual / forecast, against those expected: above 1 the past was
 * less certain than was thought. Drawn to 1.
 */
export function pastError(spans: readonly Span[], { overlap, asExpected, mostScale }: PastTuning): number {
  const used = spans.filter(({ forecast, actual }) => forecast > 0 && actual > 0);
  if (used.length < 3) return 1;
  const ratio = sum(
    used.map(({ forecast, actual, variance }) => Math.log(actual / forecast) ** 2 / Math.max(1e-6, variance)),
  );
  const worth = used.length / overlap;
  return Math.min(mostScale, (ratio / overlap + asExpected) / (worth + asExpected));
}
