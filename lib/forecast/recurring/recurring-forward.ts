import type { OpenRecurring } from './recurring-book';
import type { RenewalShares } from './renewal-shares';

/** What is known of recurring revenue on the day of the forecast. Amounts are by the year, in minor units. */
export interface RecurringNow {
  readonly annual: number;
  /** Revenue whose term ends before the day asked about. */
  readonly due: number;
  readonly shares: RenewalShares;
  readonly open: readonly OpenRecurring[];
  /** Whether an account has recurring revenue: what it buys then is an expansion. */
  readonly hasRevenue: (account: string) => boolean;
  /** What any win of the past year has brought on the mean, renewals left out. */
  readonly perWin: { readonly new: number; readonly expansion: number };
}

interface Expected {
  /** Chance of an open deal to be won by then, 0..1. */
  readonly chanceOf: (id: string) => number;
  /** Wins expected by then of deals not yet created. */
  readonly newWins: number;
  /** So many times as much of what is due is lost; 1 as learned. */
  readonly churn: number;
  /** So many times as much is brought by a win; 1 as learned. */
  readonly size: number;
}

/** Means, which add up: `annual` + new + expansion - contraction - churned = `end`. */
export interface RecurringForward {
  readonly kind: 'expected';
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  /** What goes on by a renewal: part of what was there. */
  readonly renewal: number;
  readonly end: number;
}

/**
 * Recurring revenue on a day ahead. New and expansion come from open deals by their chances and from deals not yet
 * created as wins of the past year brought them; what is due is renewed, made smaller and lost as before.
 *
 * @returns Too few, where terms are due and too few were before.
 */
export function recurringForward(
  { annual, due, shares, open, hasRevenue, perWin }: RecurringNow,
  { chanceOf, newWins, churn, size }: Expected,
): RecurringForward | Extract<RenewalShares, { kind: 'too-few' }> {
  if (due > 0 && shares.kind === 'too-few') return shares;
  const brought = { new: newWins * perWin.new * size, expansion: newWins * perWin.expansion * size };
  for (const { id, account, kind, annualMinor } of open) {
    // What is due is renewed by its share: its renewal is not counted a second time.
    if (kind === 'renewal' && hasRevenue(account)) continue;
    brought[hasRevenue(account) ? 'expansion' : 'new'] += chanceOf(id) * annualMinor * size;
  }
  const learned = shares.kind === 'measured' ? shares : NOTHING_DUE;
  const lost = Math.min(1, learned.churned * churn);
  // Of what is not lost as much is made smaller, and larger, as before.
  const kept = learned.churned < 1 ? (1 - lost) / (1 - learned.churned) : 0;
  const flows = {
    new: brought.new,
    expansion: brought.expansion + due * learned.expansion * kept,
    contraction: due * learned.contraction * kept,
    churned: due * lost,
  };
  return {
    kind: 'expected',
    ...flows,
    renewal: due * learned.renewed * kept,
    end: annual + flows.new + flows.expansion - flows.contraction - flows.churned,
  };
}

const NOTHING_DUE = { renewed: 1, contraction: 0, churned: 0, expansion: 0 };
