import type { Period } from '../pipeline/glance';
import type { WeekCalendar } from './week-calendar';
import { weekYearEnd } from './week-year-end';

const WEEKS = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
} as const satisfies Record<WeekCalendar['pattern'], readonly [number, number, number]>;

const MONTHS = 12;

/**
 * The month or quarter of a calendar of weeks in which a day lies: `start` inside, `end` the next one's start. A fiscal
 * year is named by the calendar year in which its last full month ends, as the calendar's own `yearEndMonth` says. The
 * 53rd week belongs to the last month.
 *
 * @param day `YYYY-MM-DD`.
 * @throws RangeError for text that is no day, and for a calendar that is none.
 * @example
 * weekPeriod('2024-02-03', { kind: 'month', calendar: { pattern: '4-5-4', yearEndMonth: 1, yearEndWeekday: 6, yearEnd: 'nearest' } })
 * // { kind: 'month', start: '2023-12-31', end: '2024-02-04', index: 12, fiscalYear: 2024 }: a year of 53 weeks
 */
export function weekPeriod(
  day: string,
  { kind, calendar }: { readonly kind: Period['kind']; readonly calendar: WeekCalendar },
): Period {
  const date = Temporal.PlainDate.from(day);
  let year = date.year - 1;
  while (Temporal.PlainDate.compare(date, weekYearEnd(year, calendar)) > 0) year += 1;
  const yearStart = weekYearEnd(year - 1, calendar).add({ days: 1 });
  const yearStop = weekYearEnd(year, calendar).add({ days: 1 });
  const starts = monthStarts(yearStart, yearStop, calendar);
  const month = starts.findLastIndex((start) => Temporal.PlainDate.compare(start, date) <= 0);
  const length = kind === 'month' ? 1 : 3;
  const first = month - (month % length);
  return {
    kind,
    start: (starts[first] ?? yearStart).toString(),
    end: (starts[first + length] ?? yearStop).toString(),
    index: first / length + 1,
    fiscalYear: year,
  };
}

/** First day of each of the twelve months, and of the year after. */
function monthStarts(
  yearStart: Temporal.PlainDate,
  yearStop: Temporal.PlainDate,
  { pattern }: WeekCalendar,
): readonly Temporal.PlainDate[] {
  const starts = [yearStart];
  for (let month = 0; month < MONTHS - 1; month += 1)
    starts.push((starts[month] ?? yearStart).add({ weeks: WEEKS[pattern][month % 3] ?? 0 }));
  return [...starts, yearStop];
}
