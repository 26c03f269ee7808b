import type { TermFate } from './term-fates';

/** What becomes of revenue that is due for renewal, as shares of it; or too few renewals to say. */
export type RenewalShares =
  | {
      readonly kind: 'measured';
      readonly renewed: number;
      readonly contraction: number;
      readonly churned: number;
      /** What renewals bring above the old amount. */
      readonly expansion: number;
      /** Terms that were renewed, or were not. */
      readonly n: number;
    }
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number };

/** Fewer terms than this that were due say nothing of the next. Not measured: no set has renewals. */
const NEED = 10;

/**
 * Shares of all revenue that was due from one day on, pooled as a ratio of sums: a large renewal counts as what it is. A
 * term counts once its days of grace are over, renewed or not: of those that are still in them the renewed ones are known
 * and the others are not, and they would look like all.
 *
 * @param from Number of a day, inside. @param asOf Number of the day at whose beginning this is known.
 */
export function renewalShares(
  fates: readonly TermFate[],
  { from, asOf }: { readonly from: number; readonly asOf: number },
): RenewalShares {
  const sums = { renewed: 0, contraction: 0, churned: 0, expansion: 0 };
  const known = fates.filter(({ dueOn, graceUntil }) => dueOn >= from && graceUntil < asOf);
  for (const { minor, renewedMinor } of known) {
    sums.renewed += Math.min(minor, renewedMinor);
    sums.expansion += Math.max(0, renewedMinor - minor);
    sums[renewedMinor > 0 ? 'contraction' : 'churned'] += Math.max(0, minor - renewedMinor);
  }
  const due = sums.renewed + sums.contraction + sums.churned;
  if (known.length < NEED || !(due > 0)) return { kind: 'too-few', have: known.length, need: NEED };
  return {
    kind: 'measured',
    renewed: sums.renewed / due,
    contraction: sums.contraction / due,
    churned: sums.churned / due,
    expansion: sums.expansion / due,
    n: known.length,
  };
}
