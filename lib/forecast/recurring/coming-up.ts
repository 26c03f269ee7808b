import { compareTexts } from '../../deal/compare-texts';
import { accountHistory } from './account-history';
import { byAccount } from './by-account';
import { nextToEnd } from './next-to-end';
import type { OpenRecurring } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';
import type { RecurringTerm } from './recurring-term';

/** Revenue in force that ends together, with the open deal that would renew it. */
export interface ComingUp {
  /** By the year, in minor units. */
  readonly minor: number;
  /** First day on which it is no longer in force unless it is renewed; `null`: it has no end. */
  readonly endOn: string | null;
  readonly renewal: OpenRecurring | undefined;
}

/**
 * All revenue that is in force at the beginning of `asOf`. An account's open renewals are of its terms in the order in
 * which both end: the one that closes first is of what ends first.
 */
export function comingUp(
  closed: readonly RecurringDeal[],
  open: readonly OpenRecurring[],
  asOf: string,
): readonly ComingUp[] {
  const renewals = byAccount(open.filter(({ kind }) => kind === 'renewal'));
  return [...byAccount(closed)].flatMap(([account, deals]) => {
    const own = (renewals.get(account) ?? []).toSorted(byCloseDate);
    return inOrderOfEnds(accountHistory(deals, asOf).terms).map((terms, nth) => ({
      minor: terms.reduce((sum, { minor }) => sum + minor, 0),
      endOn: terms[0]?.endOn ?? null,
      renewal: own[nth],
    }));
  });
}

function inOrderOfEnds(terms: readonly RecurringTerm[]): readonly (readonly RecurringTerm[])[] {
  if (terms.length === 0) return [];
  const { old, others } = nextToEnd(terms);
  return [old, ...inOrderOfEnds(others)];
}

/** Those of which nobody knows when they close come last. */
function byCloseDate(a: OpenRecurring, b: OpenRecurring): number {
  return compareTexts(`${a.closeOn ?? '~'} ${a.id}`, `${b.closeOn ?? '~'} ${b.id}`);
}
