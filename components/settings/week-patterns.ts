import type { WeekCalendar } from '../../lib/calendar/week-calendar';
import type { FiscalCalendar } from '../../lib/deal/settings';

/** How the 13 weeks of a quarter fall into its months. */
export const weekPatterns = ['4-4-5', '4-5-4', '5-4-4'] as const satisfies readonly WeekCalendar['pattern'][];

const saturday = 6;

/** A calendar of weeks of a pattern: its year ends as it did, or, of a year of months, on the last Saturday of its last month. */
export function weeksOf(
  pattern: WeekCalendar['pattern'],
  { weeks, yearStartMonth }: Pick<FiscalCalendar, 'weeks' | 'yearStartMonth'>,
): WeekCalendar {
  const yearEndMonth = ((yearStartMonth + 10) % 12) + 1;
  return { yearEndMonth, yearEndWeekday: saturday, yearEnd: 'last', ...weeks, pattern };
}
