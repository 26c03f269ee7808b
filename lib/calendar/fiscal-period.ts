import type { FiscalCalendar } from '../deal/settings';
import type { Period } from '../pipeline/glance';
import { weekPeriod } from './week-period';

/**
 * The month or quarter of the fiscal calendar in which a day lies, of whole weeks where that calendar has them. Periods
 * are half-open: `start` is inside, `end` is the next one's start. A fiscal year is named by the calendar year in which it
 * ends.
 *
 * @param day `YYYY-MM-DD`.
 * @throws RangeError for text that is no day and for a start month outside 1..12.
 * @example
 * fiscalPeriod('2026-11-23', { period: 'quarter', yearStartMonth: 2 })
 * // { kind: 'quarter', start: '2026-11-01', end: '2027-02-01', index: 4, fiscalYear: 2027 }
 */
export function fiscalPeriod(day: string, { period, yearStartMonth, weeks }: FiscalCalendar): Period {
  if (weeks !== undefined) return weekPeriod(day, { kind: period, calendar: weeks });
  if (!Number.isInteger(yearStartMonth) || yearStartMonth < 1 || yearStartMonth > 12) {
    throw new RangeError(`no month of the year: ${yearStartMonth}`);
  }
  const date = Temporal.PlainDate.from(day);
  const months = period === 'month' ? 1 : 3;
  const sinceYearStart = (date.month - yearStartMonth + 12) % 12;
  const nth = Math.floor(sinceYearStart / months);
  const start = date.with({ day: 1 }).subtract({ months: sinceYearStart - nth * months });
  const lastMonthOfYear = start.add({ months: 11 - nth * months });
  return {
    kind: period,
    start: start.toString(),
    end: start.add({ months }).toString(),
    index: nth + 1,
    fiscalYear: lastMonthOfYear.year,
  };
}
