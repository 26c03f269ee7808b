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
  readonly today: number;
}

/** Periods of two years: the present way of selling is judged, not that of years ago. */
const MOST = { month: 24, quarter: 8 } as const;

/**
 * The months or quarters of the user's fiscal calendar that are over and of which every closing is known, oldest first:
 * at most those of two years.
 */
export function landedPeriods(
  kind: Period['kind'],
  { fiscal, knownFrom, today }: Span,
): readonly LandedPeriod[] {
  const calendar = { ...fiscal, period: kind };
  const periods: LandedPeriod[] = [];
  let period = previousPeriod(fiscalPeriod(dayText(today), calendar), calendar);
  while (periods.length < MOST[kind]) {
    const before = previousPeriod(period, calendar);
    const [own, last] = [daysOf(period), daysOf(before)];
    if (own.start < knownFrom) break;
    periods.unshift({ kind, ...own, before: last });
    period = before;
  }
  return periods;
}

function daysOf({ start, end }: Period): { readonly start: number; readonly end: number } {
  return { start: dayNumber(start) ?? 0, end: dayNumber(end) ?? 0 };
}
