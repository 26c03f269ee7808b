import { dayNumber } from '../../calendar/day-number';

/** A contract, by the day on which it was won and the first day on which it is no longer in force. */
interface Contract {
  readonly closedOn: string;
  readonly endOn: string | null;
}

/** Numbers of days. */
export interface RenewalWindow {
  /** The first day on which a renewal is near the end. */
  readonly from: number;
  readonly end: number;
  /** The last day on which a renewal still goes on with the contract. */
  readonly until: number;
}

/**
 * A renewal so many days after the end still goes on with the old contract. Not measured: no set has renewals. A quarter
 * is what it takes at most until a paper that everybody takes for granted is signed.
 */
const GRACE_DAYS = 90;

/**
 * The days on which a contract's renewal is to be looked for: from half its length before its end to half its length
 * after it, at most {@link GRACE_DAYS}. Nearer to its end than to any other of the same series, so that of a contract by
 * the month the second renewal is not taken for a late first one. The one rule of grace: what is a late renewal, what
 * is churned for good and what the past teaches all go by it.
 *
 * @returns `undefined` of a contract that has no end.
 */
export function renewalWindow({ closedOn, endOn }: Contract): RenewalWindow | undefined {
  const end = endOn === null ? undefined : dayNumber(endOn);
  if (end === undefined) return undefined;
  const half = Math.max(0, Math.floor((end - (dayNumber(closedOn) ?? end)) / 2));
  return { from: end - half, end, until: end + Math.min(half, GRACE_DAYS) };
}
