import { compareTexts } from '../../deal/compare-texts';
import type { AccountHistory } from './account-history';
import type { RecurringMove } from './recurring-move';

/** All changes of recurring revenue, in order of days. */
export function recurringMoves(
  histories: readonly Pick<AccountHistory, 'moves'>[],
): readonly RecurringMove[] {
  return histories
    .flatMap(({ moves }) => moves)
    .sort((a, b) => compareTexts(a.on, b.on) || compareTexts(a.account, b.account));
}
