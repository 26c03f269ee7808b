import { betaCdf } from './beta-cdf';

/**
 * Value that a Beta(a, b) variable stays below with chance p, by bisection: 60 halvings reach the last digit, and no
 * starting value can lead astray.
 *
 * @param p 0..1
 * @example betaQuantile(0.5, { a: 2, b: 3 }) // 0.3857
 */
export function betaQuantile(p: number, shape: { readonly a: number; readonly b: number }): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, shape) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
