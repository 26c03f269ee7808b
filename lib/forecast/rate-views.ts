import { monthNumber } from '../calendar/month-number';
import { monthStart } from '../calendar/month-start';
import type { Exposure } from './exposure';
import { wonBetween } from './won-between';

/** What simpler ways say a span will bring; `undefined` where the past is too short for one. */
export interface RateViews {
  readonly recent: number | undefined;
  readonly long: number | undefined;
  readonly quarterAgo: number | undefined;
}

interface Span {
  readonly until: number;
  readonly start: number;
  readonly end: number;
}

/** Run rates of the last 28 and 91 days, and what the same span brought a quarter earlier, as of day `until`. */
export function rateViews(exposure: Exposure, { until, start, end }: Span): RateViews {
  const watched = until - exposure.winsFrom;
  const rate = (days: number): number | undefined => {
    const length = Math.min(days, watched);
    return length < 7 ? undefined : (wonBetween(exposure, until - length, until) / length) * (end - start);
  };
  const before = quarterEarlier(end);
  const from = before - (end - start);
  return {
    recent: rate(28),
    long: rate(91),
    quarterAgo: from < exposure.winsFrom || before > until ? undefined : wonBetween(exposure, from, before),
  };
}

/** The day three months earlier; the last of its month where the month is too short. */
function quarterEarlier(day: number): number {
  const month = monthNumber(day);
  return Math.min(monthStart(month - 3) + day - monthStart(month), monthStart(month - 2));
}
