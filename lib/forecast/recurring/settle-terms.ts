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
 * What becomes until a day of all that is in force and has a renewal to come. A contract is due with its end, or with the close date of its open
 * renewal; it is lost as often as in the past, and renewed at what its renewal states. What is not due yet may be
 * renewed early, by the chance of its renewal. What is supposed of one renewal, or dated ahead, is taken for certain.
 */
export function settleTerms(
  renewable: readonly Renewable[],
  expected: Expected,
  { until, lost }: Ahead,
): Settled {
  const sums = { renewal: 0, expansion: 0, contraction: 0, churned: 0, unmatched: 0, due: 0 };
  const renew = (minor: number, renewed: number, chance: number): void => {
    sums.renewal += chance * Math.min(minor, renewed);
    sums.expansion += chance * Math.max(0, renewed - minor);
    sums.contraction += chance * Math.max(0, minor - renewed);
  };
  for (const { minor, endOn, graceUntil, renewal, at } of renewable) {
    const isEnding = endOn !== null && endOn < until;
    if (renewal.decided !== undefined) {
      const isDecided = (renewal.closeOn ?? until) < until;
      if (renewal.decided === 'lost') sums.churned += isDecided || isEnding ? minor : 0;
      else if (isDecided) renew(minor, renewal.annualMinor, 1);
      continue;
    }
    const { fate, on } = expected.supposedOf(renewal.id) ?? { fate: 'open' };
    const brings = renewal.annualMinor * expected.sizeOf(renewal.id, at);
    const decidedOn = fate === 'moved' ? on : renewal.closeOn;
    const chance = expected.chanceOf(renewal.id, at);
    if (fate === 'lost') sums.churned += minor;
    else if (fate === 'won') renew(minor, brings, 1);
    else if (fate === 'moved' && isEnding && (decidedOn ?? until) > endOn) {
      const isLate = (dayNumber(decidedOn ?? until) ?? Infinity) <= (graceUntil ?? Infinity);
      if (isLate) renew(minor, brings, chance);
      else sums.unmatched += chance * brings;
      sums.churned += isLate ? (1 - chance) * minor : minor;
    } else if (isEnding || (decidedOn ?? until) < until) {
      sums.due += minor;
      sums.churned += lost * minor;
      renew(minor, brings, 1 - lost);
    } else renew(minor, brings, chance);
  }
  return sums;
}
