import type { PeriodForecast } from './answer';

/**
 * Whether a forecast's figures are exact in whole units: a landing above 2^53 comes of an amount that somebody mistyped,
 * and no screen may show it as if it were money.
 */
export function isCountable({ wonToDate, p10, p50, mean, p90 }: PeriodForecast): boolean {
  return [wonToDate, p10, p50, mean, p90].every((figure) => Math.abs(figure) <= Number.MAX_SAFE_INTEGER);
}
