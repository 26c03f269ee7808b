import type { Distribution } from './weighted-sum';

/**
 * Least value that is reached or stayed below with chance `p`, linear between points.
 *
 * @param p 0..1
 */
export function distributionQuantile({ step, cdf }: Distribution, p: number): number {
  const at = cdf.findIndex((one) => one >= p);
  if (at <= 0) return 0;
  const below = cdf[at - 1] ?? 0;
  const here = cdf[at] ?? 1;
  return step * (here > below ? at - 1 + (p - below) / (here - below) : at);
}
