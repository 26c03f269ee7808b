import { annualByAccount } from './annual-by-account';
import type { RecurringMove } from './recurring-move';

/** The accounts that were there on a day, in one order: what each brought a year then, and what on a later day. */
export interface KeptAccounts {
  /** Above 0. */
  readonly before: readonly number[];
  /** 0 of one that is gone. */
  readonly after: readonly number[];
  readonly lost: number;
}

/**
 * What became of the accounts of a day by another, from all moves before it. Net revenue retention is `after` over
 * `before`: (start + expansion - contraction - churned) / start, of accounts that were there at the start; new ones have no
 * part in it. Logo churn is `lost` over their number.
 */
export function keptAccounts(
  moves: readonly RecurringMove[],
  { start, end }: { readonly start: string; readonly end: string },
): KeptAccounts {
  const [atStart, atEnd] = [annualByAccount(moves, start), annualByAccount(moves, end)];
  const there = [...atStart].filter(([, minor]) => minor > 0);
  const after = there.map(([account]) => Math.max(0, atEnd.get(account) ?? 0));
  return {
    before: there.map(([, minor]) => minor),
    after,
    lost: after.filter((minor) => minor === 0).length,
  };
}
