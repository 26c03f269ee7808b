import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { fiscalPeriod } from '../../calendar/fiscal-period';
import { previousPeriod } from '../../calendar/previous-period';
import type { FiscalCalendar } from '../../deal/settings';
import type { Period } from '../../pipeline/glance';

/** A period that is over, in days since 1970-01-01, with the one before it. */
export interface LandedPeriod {
  readonly kind: Period['kind'];
  readonly start: number;
  readonly end: number;
  readonly before: { readonly start: number; readonly end: number };
}

interface Span {
  readonly fiscal: FiscalCalendar;
  /** Nothing is known of closings before this day. */
  readonly knownFrom: number;
  /** Nor of what happened after this day. */
  readonly knownUntil: number;
  readonly today: number;
  /** Deals that are looked at for each forecast. */
  readonly deals: number;
}

/** Two years: the present way of selling is judged, not that of years ago. Never less than one. No part in a forecast. */
const [MOST_MONTHS, LEAST_MONTHS] = [24, 12];
/** So many looks at a deal take a quarter of a minute or two. No part in a forecast. */
const MOST_LOOKS = 6_000_000;
/** Each month asks for a look at all deals on about so many days. No part in a forecast. */
const LOOKS_A_MONTH = 5;

/**
 * The months or quarters of the user's fiscal calendar that are over and of which every closing is known, oldest first:
 * at most those of two years; from 50,000 deals on of fewer months, and of one year from 100,000 on, where a year holds
 * deals enough to tell an error by.
 */
export function landedPeriods(
  kind: Period['kind'],
  { fiscal, knownFrom, knownUntil, today, deals }: Span,
): readonly LandedPeriod[] {
  const affordable = Math.floor(MOST_LOOKS / (LOOKS_A_MONTH * Math.max(1, deals)));
  const months = Math.min(MOST_MONTHS, Math.max(LEAST_MONTHS, affordable));
  const most = kind === 'month' ? months : Math.ceil(months / 3);
  const calendar = { ...fiscal, period: kind };
  const periods: LandedPeriod[] = [];
  let period = previousPeriod(fiscalPeriod(dayText(today), calendar), calendar);
  while (periods.length < most) {
    const before = previousPeriod(period, calendar);
    const [own, last] = [daysOf(period), daysOf(before)];
    if (own.start < knownFrom) break;
    // Of one after whose end nothing was read, closings may be missing.
    if (own.end <= knownUntil) periods.unshift({ kind, ...own, before: last });
    period = before;
  }
  return periods;
}

function daysOf({ start, end }: Period): { readonly start: number; readonly end: number } {
  return { start: dayNumber(start) ?? 0, end: dayNumber(end) ?? 0 };
}
