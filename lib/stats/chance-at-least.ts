import type { Distribution } from './weighted-sum';

/** Chance to reach a value or more, linear between points: the same reading as `distributionQuantile`. */
export function chanceAtLeast({ step, cdf }: Distribution, value: number): number {
  if (value <= 0) return 1;
  const place = step > 0 ? value / step : Infinity;
  const at = Math.floor(place);
  if (at >= cdf.length - 1) return 0;
  const here = cdf[at] ?? 0;
  return 1 - (here + (place - at) * ((cdf[at + 1] ?? 1) - here));
}
