import { mean, sampleVariance } from 'simple-statistics';
import type { PastTuning } from './tuning';

/** How far forecasts of past spans were off, in the logarithm of actual / forecast. */
export interface PastError {
  /** Correction that the forecast needs, drawn to none. */
  readonly bias: number;
  /** Squared errors against those expected: above 1 the past was less certain than was thought. */
  readonly scale: number;
}

interface Span {
  readonly forecast: number;
  readonly actual: number;
  /** Variance of the logarithm that was expected. */
  readonly variance: number;
}

/**
 * Bias and spread seen on past spans. A bias is corrected as far as it stands out of its own standard error
 * (positive-part James-Stein), so that noise is not followed.
 */
export function pastError(
  spans: readonly Span[],
  { overlap, noBias, asExpected, mostScale }: PastTuning,
): PastError {
  const used = spans.filter(({ forecast, actual }) => forecast > 0 && actual > 0);
  const n = used.length;
  if (n < 3) return { bias: 0, scale: 1 };
  const errors = used.map(({ forecast, actual }) => Math.log(actual / forecast));
  const average = mean(errors);
  const variance = sampleVariance(errors) + 0.05 ** 2;
  const outstanding = Math.max(0, 1 - (overlap * variance) / n / (average * average || 1e-12));
  const ratio = used.reduce(
    (sum, span, at) => sum + (errors[at] ?? 0) ** 2 / Math.max(1e-6, span.variance),
    0,
  );
  const worth = n / overlap;
  return {
    bias: (average * outstanding * n) / (n + noBias),
    scale: Math.min(mostScale, (ratio / overlap + asExpected) / (worth + asExpected)),
  };
}
