import type { ComingUp } from './coming-up';
import type { Expected } from './expected';
import type { OpenRecurring } from './recurring-book';
import type { RenewalShares } from './renewal-shares';
import { settleTerms } from './settle-terms';

/** What is known of recurring revenue on the day of the forecast. Amounts are by the year, in minor units. */
export interface RecurringNow {
  readonly annual: number;
  /** All of it that may end, or be renewed. */
  readonly coming: readonly ComingUp[];
  /** The day asked about, `YYYY-MM-DD`: what ends before it is due. */
  readonly until: string;
  readonly shares: RenewalShares;
  readonly open: readonly OpenRecurring[];
  /** Whether an account has recurring revenue: what it buys then is an expansion. */
  readonly hasRevenue: (account: string) => boolean;
  /** What any win of the past year has brought on the mean, renewals left out. */
  readonly perWin: { readonly new: number; readonly expansion: number };
}

/** Means, which add up: `annual` + new + expansion + unmatched - contraction - churned = `end`. */
export interface RecurringForward {
  readonly kind: 'expected';
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  /** What goes on by a renewal: part of what was there. */
  readonly renewal: number;
  /** What renewals bring of which no old term is in force. */
  readonly unmatched: number;
  readonly end: number;
}

/**
 * Recurring revenue on a day ahead. New and expansion come from open deals by their chances, from those that are dated
 * ahead until then, and from deals not yet created as wins of the past year brought them. What becomes of revenue in force
 * see {@link settleTerms}; what ends without a renewal that is known is renewed, made smaller and lost as before.
 *
 * @returns Too few, where terms are due and too few were before.
 */
export function recurringForward(
  now: RecurringNow,
  expected: Expected,
): RecurringForward | Extract<RenewalShares, { kind: 'too-few' }> {
  const { annual, coming, until, shares } = now;
  const learned = shares.kind === 'measured' ? shares : NOTHING_DUE;
  const lost = Math.min(1, learned.churned * expected.churn);
  const settled = settleTerms(coming, expected, { until, lost });
  if (settled.atRisk > 0 && shares.kind === 'too-few') return shares;
  const brought = broughtBy(now, expected);
  // Of what is not lost as much is made smaller, and larger, as before.
  const kept = learned.churned < 1 ? (1 - lost) / (1 - learned.churned) : 0;
  const { due } = settled;
  const flows = {
    new: brought.new,
    expansion: brought.expansion + settled.expansion + due * learned.expansion * kept,
    contraction: settled.contraction + due * learned.contraction * kept,
    churned: settled.churned + due * lost,
    unmatched: brought.unmatched + settled.unmatched,
  };
  return {
    kind: 'expected',
    ...flows,
    renewal: settled.renewal + due * learned.renewed * kept,
    end: annual + flows.new + flows.expansion + flows.unmatched - flows.contraction - flows.churned,
  };
}

const NOTHING_DUE = { renewed: 1, contraction: 0, churned: 0, expansion: 0 };

/** What open deals, those dated ahead and those not yet created bring, renewals of what is in force left out. */
function broughtBy(
  { open, coming, until, hasRevenue, perWin }: RecurringNow,
  { chanceOf, sizeOf, newWins, size }: Expected,
) {
  const brought = {
    new: newWins * perWin.new * size,
    expansion: newWins * perWin.expansion * size,
    unmatched: 0,
  };
  const inForce = new Set(coming.map(({ renewal }) => renewal?.id));
  for (const { id, account, kind, annualMinor, decided, closeOn } of open) {
    if (inForce.has(id)) continue;
    const flow = kind === 'renewal' ? 'unmatched' : hasRevenue(account) ? 'expansion' : 'new';
    if (decided === undefined) brought[flow] += chanceOf(id) * annualMinor * sizeOf(id);
    else if (decided === 'won' && closeOn !== null && closeOn < until) brought[flow] += annualMinor;
  }
  return brought;
}
