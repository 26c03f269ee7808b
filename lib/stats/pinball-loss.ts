/**
 * Loss of a forecast of a quantile: what it fell short of costs `level`, what it was over costs `1 - level`, so that the
 * true quantile costs least on average. Koenker and Bassett, Econometrica 46 (1978).
 *
 * @param actual What came. @param quantile What was forecast of it. @param level 0..1. @returns In their unit; >= 0.
 * @example pinballLoss(10, 8, 0.9) // 1.8
 */
export function pinballLoss(actual: number, quantile: number, level: number): number {
  const error = actual - quantile;
  return error >= 0 ? level * error : (level - 1) * error;
}
