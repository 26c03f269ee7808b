import type { Curve } from './incidence-share';

/** Chances to have ended of each cause by a time: what the curve's last step up to there says. */
export function curveAt(
  { steps: { times, shares } }: Curve,
  time: number,
): { readonly wanted: number; readonly other: number } {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return { wanted: shares[0][low - 1] ?? 0, other: shares[1][low - 1] ?? 0 };
}
