import type { Expected } from './expected';
import type { OpenRecurring } from './recurring-book';
import type { RenewalShares } from './renewal-shares';
import { type Renewable, settleTerms } from './settle-terms';

/** What is known of recurring revenue on the day of the forecast. Amounts are by the year, in minor units. */
export interface RecurringNow {
  readonly annual: number;
  /** What may end or be renewed, by a deal to come. */
  readonly renewable: readonly Renewable[];
  /** What ends until the day asked about without a renewal that is known. */
  readonly due: number;
  /** The day asked about, `YYYY-MM-DD`: what ends before it is due. */
  readonly until: string;
  readonly shares: RenewalShares;
  /** Deals to come that renew nothing in force: open ones, and those that are dated ahead. */
  readonly open: Bringing;
  readonly ahead: readonly (OpenRecurring & { readonly flow: Flow })[];
  /** What any win of the past year has brought on the mean, renewals left out. */
  readonly perWin: { readonly new: number; readonly expansion: number };
}

/** The flow of what a deal to come would bring. */
export type Flow = 'new' | 'expansion' | 'unmatched';
export const FLOWS = ['new', 'expansion', 'unmatched'] as const satisfies readonly Flow[];

/** Open deals in columns: there may be as many as are open, and a supposition asks for all of them in a frame. */
export interface Bringing {
  readonly ids: readonly string[];
  /** Place of the first one among all that are asked for: see `Expected`. */
  readonly first: number;
  readonly annualMinor: Float64Array;
  /** Which flow it is, by its place in {@link FLOWS}. */
  readonly flow: Uint8Array;
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
  const { annual, due, until, shares } = now;
  const learned = shares.kind === 'measured' ? shares : NOTHING_DUE;
  const lost = Math.min(1, learned.churned * expected.churn);
  const settled = settleTerms(now.renewable, expected, { until, lost });
  if (due + settled.due > 0 && shares.kind === 'too-few') return shares;
  const brought = broughtBy(now, expected);
  // Of what is not lost as much is made smaller, and larger, as before.
  const kept = learned.churned < 1 ? (1 - lost) / (1 - learned.churned) : 0;
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
  { open, ahead, until, perWin }: RecurringNow,
  { chanceOf, sizeOf, newWins, size }: Expected,
): Record<Flow, number> {
  const { ids, first, annualMinor, flow } = open;
  const sums = new Float64Array(FLOWS.length);
  for (let nth = 0; nth < ids.length; nth += 1) {
    const id = ids[nth] ?? '';
    const at = first + nth;
    const to = flow[nth] ?? 0;
    sums[to] = (sums[to] ?? 0) + chanceOf(id, at) * (annualMinor[nth] ?? 0) * sizeOf(id, at);
  }
  const [fresh = 0, expansion = 0, unmatched = 0] = sums;
  const brought = {
    new: fresh + newWins * perWin.new * size,
    expansion: expansion + newWins * perWin.expansion * size,
    unmatched,
  };
  for (const one of ahead)
    if (one.decided === 'won' && one.closeOn !== null && one.closeOn < until)
      brought[one.flow] += one.annualMinor;
  return brought;
}
