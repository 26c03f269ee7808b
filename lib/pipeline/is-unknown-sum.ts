import type { MoneySum, WeightedSum } from './glance';

/**
 * Whether a sum of nothing is not known to be nothing: no deal of its kind was ever read, or all of them stand apart, lack
 * their amount or, where it is weighted, their odds. It is shown as a dash; a 0 would be a figure.
 *
 * @example isUnknownSum({ n: 0, minor: 0, currency: 'EUR', apart: [], withoutAmount: 3, approximate: 0 }) // true
 */
export function isUnknownSum(sum: MoneySum | WeightedSum): boolean {
  const withoutOdds = 'withoutProbability' in sum ? sum.withoutProbability : 0;
  if (sum.n > 0) return false;
  return sum.isUnread === true || sum.apart.length + sum.withoutAmount + withoutOdds > 0;
}
