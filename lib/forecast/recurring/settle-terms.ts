import { dayNumber } from '../../calendar/day-number';
import type { ComingUp } from './coming-up';
import type { Expected } from './expected';
import type { OpenRecurring } from './recurring-book';

/** What becomes of revenue in force. Means, by the year in minor units. */
export interface Settled {
  readonly renewal: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  /** What late renewals bring after the old contract has been lost. */
  readonly unmatched: number;
  /** What is due, of which part is lost as in the past. */
  readonly due: number;
}

/** Revenue in force that a deal to come would renew. */
export interface Renewable extends ComingUp {
  readonly renewal: OpenRecurring;
  /** Place of the renewal among all that are asked for: see `Expected`. */
  readonly at: number;
}

interface Ahead {
  /** The day asked about, `YYYY-MM-DD`: what ends before it is due. */
  readonly until: string;
  /** Of what is due so much is not renewed, 0..1. */
  readonly lost: number;
}

/**
 * What becomes until a day of all that has a renewal to come. A contract is due with its end, or with the close date of its
 * renewal; it is lost as often as in the past, and renewed at what its renewal states. What is not due yet may be
 * renewed early, by the chance of its renewal. What is supposed of one renewal, or dated ahead, is taken for certain.
 *
 * A renewal that closes within the days of grace has its contract going on all the while, on whichever side of the day
 * that is, and whether the CRM dates it so, it is moved there or it is dated ahead: until it closes the old price goes on.
 * Of a contract that is over already, and no longer part of what there is, so much comes back from the churned.
 */
export function settleTerms(
  renewable: readonly Renewable[],
  expected: Expected,
  { until, lost }: Ahead,
): Settled {
  const sums = { renewal: 0, expansion: 0, contraction: 0, churned: 0, unmatched: 0, due: 0 };
  const renew = ({ minor, isOver }: Renewable, renewed: number, chance: number): void => {
    sums.renewal += chance * Math.min(minor, renewed);
    sums.expansion += chance * Math.max(0, renewed - minor);
    sums.contraction += chance * Math.max(0, minor - renewed);
    if (isOver) sums.churned -= chance * minor;
  };
  for (const term of renewable) {
    const { minor, endOn, isOver, renewal, at } = term;
    const isEnding = endOn !== null && endOn < until;
    const supposed = expected.supposedOf(renewal.id);
    const fate = renewal.decided ?? supposed?.fate ?? 'open';
    const on = fate === 'moved' ? (supposed?.on ?? until) : renewal.closeOn;
    const isBefore = on === null || on < until;
    const brings = renewal.annualMinor * (renewal.decided ? 1 : expected.sizeOf(renewal.id, at));
    const chance = renewal.decided ? 1 : expected.chanceOf(renewal.id, at);
    if (fate === 'lost') {
      const isLost = renewal.decided === undefined || isEnding || isBefore;
      if (isLost && !isOver) sums.churned += minor;
    } else if (fate === 'won') {
      if (renewal.decided === undefined || isBefore) renew(term, brings, 1);
      else if (isEnding && !isOver) renew(term, minor, 1);
    } else if (isOver && !isTooLate(term, on)) renew(term, brings, chance);
    else if (fate === 'moved' && isEnding && isTooLate(term, on)) {
      sums.unmatched += chance * brings;
      if (!isOver) sums.churned += minor;
    } else if (isEnding || (on ?? until) < until) {
      sums.due += minor;
      sums.churned += lost * minor;
      renew(term, isBefore ? brings : minor, 1 - lost);
    } else renew(term, brings, chance);
  }
  return sums;
}

/** Whether a renewal comes when its contract is lost for good. */
function isTooLate({ graceUntil }: Renewable, on: string | null): boolean {
  return on !== null && (dayNumber(on) ?? Infinity) > (graceUntil ?? Infinity);
}
