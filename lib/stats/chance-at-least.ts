import type { Distribution } from './weighted-sum';

/**
 * Chance to reach a value or more. What lies between two points counts as reaching every value between them, so that a
 * jump exactly at the value counts in full; elsewhere this is too high by no more than the chance between two points.
 *
 * @example chanceAtLeast({ step: 10, cdf: Float64Array.of(0.4, 0.4, 1) }, 20) // 0.6
 */
export function chanceAtLeast({ step, cdf }: Distribution, value: number): number {
  if (value <= 0) return 1;
  if (step === 0) return 0;
  // Points are reached by division and multiplication: a value on a point may come out a hair above it.
  const below = Math.ceil(value / step - 1e-9) - 1;
  return below >= cdf.length ? 0 : Math.max(0, 1 - (cdf[Math.max(0, below)] ?? 1));
}
