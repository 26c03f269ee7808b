import { dayNumber } from '../../calendar/day-number';
import { ownWords } from './own-words';
import { pairRenewals } from './pair-renewals';
import type { OpenRecurring } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';
import type { Contract, Group, Renewing } from './renewal-group';
import { renewalWindow } from './renewal-window';

export interface Matching {
  /** Each contract in one of them; alone in it where nothing renews it. */
  readonly groups: readonly Group[];
  /** Whether another matching is as good and would give other figures. */
  readonly isUnsure: boolean;
}

/**
 * Which renewals of one account are of which of its contracts.
 *
 * 1. One and one. A contract has at most one renewal, and a renewal is of at most one contract. Won renewals choose by the
 *    day on which they were won, among what was in force then: see {@link followRenewals}. Then open ones choose, and lost
 *    ones take what is left: a contract that was renewed was not lost. Of the pairs that are chosen for together the best
 *    is taken first, then the best of those that are left: see {@link renewalFit} for what is better. A renewal may be
 *    late by the days of grace of {@link renewalWindow}. One that closes long before the end, or where there is no end, is
 *    of what is like it, or of what began first; but of no renewal of a contract that it may be of itself, for they are two of one.
 * 2. One in the place of several. A contract that ends on the same day as a renewed one, and has no renewal of its own,
 *    goes with it: one larger deal in the place of two is neither an expansion nor a loss. It stays apart where a product
 *    or name is stated that speaks for the other alone, or where the price is the other's, re-priced by a quarter at most,
 *    and nearer to it than to both together. A contract without an end stays as it is unless the price is near both.
 * 3. Several in the place of one. In the same way a won renewal that is left over goes with that of a contract which was
 *    not renewed in full.
 *
 * Of very large accounts not all is compared with all: see `mostLookedAt` and `byMost`. What ends nearest to a
 * renewal, has its product or its price is looked at first, so that time grows with the number of deals.
 *
 * Of pairs that are equally good the one that began first, or with the smaller change of price, is taken, and the matching is unsure where
 * another would give other figures. All that is known by now counts: a later deal may show what an earlier one was of. The
 * order in which deals are given changes nothing.
 *
 * @param contracts Won deals.
 * @param renewals Deals that renew, closed or to come.
 * @param asOf The day, `YYYY-MM-DD`, at whose beginning this is known: an open deal closes then at the earliest.
 */
export function matchRenewals(
  contracts: readonly RecurringDeal[],
  renewals: readonly (RecurringDeal | OpenRecurring)[],
  asOf: string,
): Matching {
  const wordsOf = ownWords(contracts.map(({ name }) => name));
  const now = dayNumber(asOf) ?? 0;
  const olds = contracts.map((deal): Contract => ({
    deal,
    annualMinor: deal.annualMinor,
    product: deal.product,
    words: wordsOf(deal.name),
    from: dayNumber(deal.closedOn) ?? 0,
    window: renewalWindow(deal),
  }));
  const news = renewals.map((deal): Renewing => {
    const on = 'closedOn' in deal ? deal.closedOn : deal.closeOn;
    const outcome = 'closedOn' in deal ? deal.outcome : (deal.decided ?? (on === null ? 'undated' : 'open'));
    const day = (on === null ? undefined : dayNumber(on)) ?? now;
    return {
      deal,
      annualMinor: deal.annualMinor,
      product: deal.product,
      words: wordsOf(deal.name),
      outcome,
      day,
      closes: outcome === 'won' || outcome === 'lost' ? day : Math.max(day, now),
    };
  });
  const { groups, doubts } = pairRenewals(olds, news);
  const groupOf = new Map(groups.flatMap((one) => one.contracts.map((own) => [own, one] as const)));
  return { groups, isUnsure: !doubts.every((doubt) => isTogether(doubt, groupOf)) };
}

/** Whether all that might be paired otherwise has come together. */
function isTogether(doubt: Group, groupOf: ReadonlyMap<Contract, Group>): boolean {
  const [first] = doubt.contracts;
  const group = first && groupOf.get(first);
  return (
    group !== undefined &&
    doubt.contracts.every((one) => group.contracts.includes(one)) &&
    doubt.renewals.every((one) => group.renewals.includes(one))
  );
}
