import type { WeekCalendar } from './week-calendar';

/**
 * Last day of the fiscal year of weeks that ends at the end of the named month of a calendar year.
 *
 * @param year The calendar year of that month: with `nearest` the day itself may lie in the month after.
 * @throws RangeError for a month outside 1..12 or a weekday outside 1..7.
 * @example weekYearEnd(2023, { pattern: '4-4-5', yearEndMonth: 9, yearEndWeekday: 6, yearEnd: 'last' }) // 2023-09-30
 */
export function weekYearEnd(
  year: number,
  { yearEndMonth, yearEndWeekday, yearEnd }: WeekCalendar,
): Temporal.PlainDate {
  if (!Number.isInteger(yearEndMonth) || yearEndMonth < 1 || yearEndMonth > 12)
    throw new RangeError(`no month of the year: ${yearEndMonth}`);
  if (!Number.isInteger(yearEndWeekday) || yearEndWeekday < 1 || yearEndWeekday > 7)
    throw new RangeError(`no day of the week: ${yearEndWeekday}`);
  const last = Temporal.PlainDate.from({ year, month: yearEndMonth, day: 31 }, { overflow: 'constrain' });
  const back = (last.dayOfWeek - yearEndWeekday + 7) % 7;
  // Nearest: up to three days back, else the next one, up to three days ahead.
  return yearEnd === 'nearest' && back > 3 ? last.add({ days: 7 - back }) : last.subtract({ days: back });
}
