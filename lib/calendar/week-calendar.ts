/**
 * A fiscal year of whole weeks: it ends on one weekday, the last of a month or the one nearest to the month's end, and
 * its quarters have 13 weeks. Every five or six years a 53rd week is added to the last month.
 */
export interface WeekCalendar {
  readonly pattern: '4-4-5' | '4-5-4' | '5-4-4';
  /** Month (1..12) at whose end the year ends. */
  readonly yearEndMonth: number;
  /** Weekday on which the year ends, 1 (Monday) to 7 (Sunday). */
  readonly yearEndWeekday: number;
  /** `last`: the last such day of the month. `nearest`: the one nearest to its last day, in the next month if need be. */
  readonly yearEnd: 'last' | 'nearest';
}
