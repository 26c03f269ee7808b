import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import type { FiscalCalendar } from '../../../lib/deal/settings';
import { periodText } from '../../pipeline/period-text';
import type { Format } from '../../ui/format-context';

/** Name of the period that begins on a day; a calendar month's in short, for axes and narrow columns. */
export function shortPeriodName(start: string, calendar: FiscalCalendar, format: Format): string {
  const isCalendarMonth = calendar.period === 'month' && calendar.weeks === undefined;
  return isCalendarMonth ? format.month(start, 'short') : periodText(fiscalPeriod(start, calendar), format);
}
