import type { RecurringMove } from './recurring-move';

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

/** Fewer terms than this that were due say nothing of the next. */
const NEED = 10;

/** Shares of all revenue that was due from `from` on, pooled as a ratio of sums: a large renewal counts as what it is. */
export function renewalShares(moves: readonly RecurringMove[], from: string): RenewalShares {
  const sums = { renewal: 0, contraction: 0, churned: 0, expansion: 0 };
  let n = 0;
  for (const { on, flow, by, minor } of moves) {
    if (on < from || (flow === 'expansion' && by !== 'renewal')) continue;
    // Of what an unmatched renewal was due for nothing is known.
    if (flow === 'new' || flow === 'unmatched') continue;
    sums[flow] += minor;
    if (flow === 'renewal' || flow === 'churned') n += 1;
  }
  const due = sums.renewal + sums.contraction + sums.churned;
  if (n < NEED || !(due > 0)) return { kind: 'too-few', have: n, need: NEED };
  return {
    kind: 'measured',
    renewed: sums.renewal / due,
    contraction: sums.contraction / due,
    churned: sums.churned / due,
    expansion: sums.expansion / due,
    n,
  };
}
