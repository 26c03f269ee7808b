import { mean, sampleVariance } from 'simple-statistics';

/** How far forecasts of past spans were off, in the logarithm of actual / forecast. */
export interface PastError {
  /** Correction that the forecast needs, drawn to none. */
  readonly bias: number;
  /** Variance that chance alone does not explain. */
  readonly excess: number;
}

interface Span {
  readonly forecast: number;
  readonly actual: number;
  /** Variance of the logarithm that was expected. */
  readonly variance: number;
}

/** Past spans overlap: one says less than a new one would. */
const OVERLAP = 2;
/** Spans that "there is no bias" weighs. */
const NO_BIAS = 4;
/** Variance that a handful of spans may add: more is a surprise, not a rule. */
const MOST_EXCESS = 0.15;

/**
 * Bias and extra spread seen on past spans. A bias is corrected as far as it stands out of its own standard error
 * (positive-part James-Stein), so that noise is not followed.
 */
export function pastError(spans: readonly Span[]): PastError {
  const used = spans.filter(({ forecast, actual }) => forecast > 0 && actual > 0);
  const n = used.length;
  if (n < 3) return { bias: 0, excess: 0 };
  const errors = used.map(({ forecast, actual }) => Math.log(actual / forecast));
  const average = mean(errors);
  const variance = sampleVariance(errors) + 0.05 ** 2;
  const outstanding = Math.max(0, 1 - (OVERLAP * variance) / n / (average * average || 1e-12));
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0) / n;
  const expected = used.reduce((sum, span) => sum + span.variance, 0) / n;
  return {
    bias: (average * outstanding * n) / (n + NO_BIAS),
    excess: (Math.min(MOST_EXCESS, Math.max(0, squares - expected)) * n) / (n + NO_BIAS),
  };
}
