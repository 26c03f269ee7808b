/** A ratio of two sums, with its standard error. */
export interface Ratio {
  readonly value: number;
  readonly error: number;
}

/**
 * Ratio of the sum of `above` to the sum of `below` over units that were drawn independently, with the standard error of
 * the ratio estimator: sqrt(n / (n - 1) * sum of (y - R x)^2) / sum of x (Cochran, Sampling Techniques, 3rd ed. 1977,
 * 2.11 and 6.3, without a finite population).
 *
 * @param below Not negative.
 * @returns `undefined` for fewer than two units, or where `below` adds up to nothing.
 * @example ratioOfSums([1, 2, 3], [2, 2, 2]) // { value: 1, error: 0.2886751345948129 }
 */
export function ratioOfSums(above: readonly number[], below: readonly number[]): Ratio | undefined {
  const n = above.length;
  const total = below.reduce((sum, one) => sum + one, 0);
  if (n < 2 || !(total > 0)) return undefined;
  const value = above.reduce((sum, one) => sum + one, 0) / total;
  const squares = above.reduce((sum, one, at) => sum + (one - value * (below[at] ?? 0)) ** 2, 0);
  return { value, error: Math.sqrt((n / (n - 1)) * squares) / total };
}
