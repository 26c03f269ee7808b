import { betaDistribution, type BetaDistribution, type BetaShape } from './beta-distribution';

/**
 * Value that a Beta(a, b) variable stays below with chance p, by bisection: 60 halvings reach the last digit. Those that
 * Newton's method has settled beforehand are not worked out again.
 *
 * @param p 0..1
 * @example betaQuantile(0.5, { a: 2, b: 3 }) // 0.3857
 */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const beta = betaDistribution(shape);
  const [from, to] = around(p, beta, shape);
  let low = 0;
  let high = 1;
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    // No number lies between the two.
    if (middle === low || middle === high) break;
    if (middle <= from || (middle < to && beta.chance(middle) < p)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Two values between which the quantile lies: one of less than the chance, one of at least it; so close together that
 * between them rounding may begin to decide. By Newton's method, within what is known.
 */
function around(
  p: number,
  { chance, density }: BetaDistribution,
  { a, b }: BetaShape,
): readonly [from: number, to: number] {
  const deviation = Math.sqrt((a * b) / (a + b + 1)) / (a + b);
  const margin = 4e-15 * (10 + a + b) * deviation;
  let [from, to] = [0, 1];
  let x = a / (a + b);
  for (let turn = 0; turn < 40; turn += 1) {
    const off = chance(x) - p;
    if (off < 0) from = x;
    else to = x;
    const step = off / density(x);
    x -= step;
    if (Math.abs(step) < margin / 4) break;
    if (!(x > from && x < to)) x = (from + to) / 2;
  }
  return [chance(x - margin) < p ? x - margin : from, chance(x + margin) >= p ? x + margin : to];
}
