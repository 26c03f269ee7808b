import { compareTexts } from '../../deal/compare-texts';
import { accountHistory } from './account-history';
import { byAccount } from './by-account';
import type { RecurringDeal } from './recurring-deal';
import type { RecurringMove } from './recurring-move';

/** All changes of recurring revenue before `asOf`, in order of days: see {@link accountHistory}. */
export function recurringMoves(deals: readonly RecurringDeal[], asOf: string): readonly RecurringMove[] {
  return [...byAccount(deals).values()]
    .flatMap((own) => accountHistory(own, asOf).moves)
    .sort((a, b) => compareTexts(a.on, b.on) || compareTexts(a.account, b.account));
}
