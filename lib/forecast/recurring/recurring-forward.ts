import type { SupposedDeal } from '../what-if/what-if';
import type { ComingUp } from './coming-up';
import type { OpenRecurring } from './recurring-book';
import type { RenewalShares } from './renewal-shares';

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

/** What is expected of deals by then. */
export interface Expected {
  /** Chance of an open deal to be won, 0..1. */
  readonly chanceOf: (id: string) => number;
  /** So many times as much is brought by an open deal; 1 as it is. */
  readonly sizeOf: (id: string) => number;
  /** What is supposed of a single open deal. */
  readonly supposedOf: (id: string) => SupposedDeal | undefined;
  /** Wins of deals not yet created. */
  readonly newWins: number;
  /** So many times as much of what is due is lost; 1 as learned. */
  readonly churn: number;
  /** So many times as much is brought by a win of a deal not yet created; 1 as learned. */
  readonly size: number;
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
 * Recurring revenue on a day ahead. New and expansion come from open deals by their chances and from deals not yet
 * created as wins of the past year brought them. Due is what ends until then, and what an open renewal with a close date
 * until then is of; it is renewed, made smaller and lost as before. What is supposed of one renewal is taken for certain.
 *
 * @returns Too few, where terms are due and too few were before.
 */
export function recurringForward(
  now: RecurringNow,
  expected: Expected,
): RecurringForward | Extract<RenewalShares, { kind: 'too-few' }> {
  const { annual, shares } = now;
  const { due, sure } = settled(now, expected);
  if (due > 0 && shares.kind === 'too-few') return shares;
  const brought = broughtBy(now, expected);
  const learned = shares.kind === 'measured' ? shares : NOTHING_DUE;
  const lost = Math.min(1, learned.churned * expected.churn);
  // Of what is not lost as much is made smaller, and larger, as before.
  const kept = learned.churned < 1 ? (1 - lost) / (1 - learned.churned) : 0;
  const flows = {
    new: brought.new,
    expansion: brought.expansion + sure.expansion + due * learned.expansion * kept,
    contraction: sure.contraction + due * learned.contraction * kept,
    churned: sure.churned + due * lost,
    unmatched: brought.unmatched + sure.unmatched,
  };
  return {
    kind: 'expected',
    ...flows,
    renewal: sure.renewal + due * learned.renewed * kept,
    end: annual + flows.new + flows.expansion + flows.unmatched - flows.contraction - flows.churned,
  };
}

const NOTHING_DUE = { renewed: 1, contraction: 0, churned: 0, expansion: 0 };

/** What is due, and what becomes of terms whose renewal is taken as won, as lost, or as decided after their end. */
function settled({ coming, until }: RecurringNow, { chanceOf, sizeOf, supposedOf }: Expected) {
  const sure = { expansion: 0, contraction: 0, churned: 0, renewal: 0, unmatched: 0 };
  let due = 0;
  for (const { minor, endOn, renewal } of coming) {
    const supposed = renewal && supposedOf(renewal.id);
    const isEnding = endOn !== null && endOn < until;
    const decidedOn = supposed?.fate === 'moved' ? supposed.on : renewal?.closeOn;
    if (supposed?.fate === 'lost') sure.churned += minor;
    else if (supposed?.fate === 'won' && renewal !== undefined) {
      const renewed = renewal.annualMinor * sizeOf(renewal.id);
      sure.renewal += Math.min(minor, renewed);
      sure.expansion += Math.max(0, renewed - minor);
      sure.contraction += Math.max(0, minor - renewed);
    } else if (
      supposed?.fate === 'moved' &&
      renewal !== undefined &&
      isEnding &&
      (decidedOn ?? until) > endOn
    ) {
      sure.churned += minor;
      sure.unmatched += chanceOf(renewal.id) * renewal.annualMinor * sizeOf(renewal.id);
    } else if (isEnding || (decidedOn ?? until) < until) due += minor;
  }
  return { due, sure };
}

/** What open deals and those not yet created bring, renewals of what is in force left out. */
function broughtBy(
  { open, hasRevenue, perWin }: RecurringNow,
  { chanceOf, sizeOf, newWins, size }: Expected,
) {
  const brought = {
    new: newWins * perWin.new * size,
    expansion: newWins * perWin.expansion * size,
    unmatched: 0,
  };
  for (const { id, account, kind, annualMinor } of open) {
    const flow = hasRevenue(account) ? 'expansion' : kind === 'renewal' ? 'unmatched' : 'new';
    if (kind === 'renewal' && flow === 'expansion') continue;
    brought[flow] += chanceOf(id) * annualMinor * sizeOf(id);
  }
  return brought;
}
