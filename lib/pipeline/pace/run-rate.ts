export interface RunRateQuestion {
  /** Won in the period so far, and in the last 28 and 91 days that are over, in minor units. */
  readonly wonMinor: number;
  readonly recentMinor: number;
  readonly longMinor: number;
  /** Target less won; `undefined` where no target is set. */
  readonly remainingMinor: number | undefined;
  /** Days of the period still to come, what is left of today among them: see `daysToCome`. */
  readonly daysLeft: number;
  /** Days before today of which closings are known. */
  readonly watchedDays: number;
}

export interface Pace {
  /** Days that it was measured over. */
  readonly days: number;
  readonly perDayMinor: number;
  /** What the period brings if it goes on like this. */
  readonly landsMinor: number;
}

export interface RunRate {
  readonly recent?: Pace;
  readonly long?: Pace;
  /** What has to be won a day from now on; absent without a target, once it is reached, and without a day left. */
  readonly neededPerDayMinor?: number;
}

/** Less tells of single deals, not of a pace. No part in a forecast. */
const leastDays = 7;

/**
 * Where the period lands if won deals go on coming as in the last 28 and 91 days, and what pace the target needs. Today
 * counts as it does in the forecast's run rate (`landsAtRate`): it is no part of the pace, and what is left of it by the
 * user's clock is still to come. In the last hours all that is missing is needed, not many times as much.
 */
export function runRate(question: RunRateQuestion): RunRate {
  const { recentMinor, longMinor, remainingMinor, daysLeft } = question;
  const recent = paceOf(question, 28, recentMinor);
  const long = paceOf(question, 91, longMinor);
  const isNeeded = remainingMinor !== undefined && remainingMinor > 0 && daysLeft > 0;
  return {
    ...(recent && { recent }),
    ...(long && { long }),
    ...(isNeeded && { neededPerDayMinor: Math.round(remainingMinor / Math.max(1, daysLeft)) }),
  };
}

function paceOf(
  { wonMinor, daysLeft, watchedDays }: RunRateQuestion,
  most: number,
  minor: number,
): Pace | undefined {
  const days = Math.min(most, watchedDays);
  if (days < leastDays) return undefined;
  const perDay = minor / days;
  return {
    days,
    perDayMinor: Math.round(perDay),
    landsMinor: wonMinor + Math.round(perDay * Math.max(0, daysLeft)),
  };
}
