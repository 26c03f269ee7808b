import { type AccountHistory, accountHistory } from './account-history';
import { byAccount } from './by-account';
import type { RecurringBook } from './recurring-book';

/** The history of each account that has closed a deal with recurring revenue: see {@link accountHistory}. */
export function accountHistories(
  { closed, open }: Pick<RecurringBook, 'closed' | 'open'>,
  asOf: string,
): readonly AccountHistory[] {
  const toCome = byAccount(open);
  return [...byAccount(closed)].map(([account, own]) =>
    accountHistory({ closed: own, open: toCome.get(account) ?? [] }, asOf),
  );
}
