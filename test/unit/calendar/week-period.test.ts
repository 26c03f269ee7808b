import { describe, expect, it } from 'vitest';
import type { WeekCalendar } from '../../../lib/calendar/week-calendar';
import { weekPeriod } from '../../../lib/calendar/week-period';
import { weekYearEnd } from '../../../lib/calendar/week-year-end';

/** The 4-5-4 calendar of US retailers: Saturday nearest to the end of January. */
const RETAIL: WeekCalendar = { pattern: '4-5-4', yearEndMonth: 1, yearEndWeekday: 6, yearEnd: 'nearest' };
/** Last Saturday of September, as Apple's reports have it. */
const APPLE: WeekCalendar = { pattern: '4-4-5', yearEndMonth: 9, yearEndWeekday: 6, yearEnd: 'last' };

describe('a fiscal year of weeks', () => {
  it('ends where published calendars end', () => {
    // National Retail Federation, 4-5-4 calendar: 2023 had 53 weeks.
    expect([2022, 2023, 2024, 2025].map((year) => weekYearEnd(year, RETAIL).toString())).toEqual([
      '2022-01-29',
      '2023-01-28',
      '2024-02-03',
      '2025-02-01',
    ]);
    // Form 10-K of each year.
    expect([2017, 2022, 2023, 2024].map((year) => weekYearEnd(year, APPLE).toString())).toEqual([
      '2017-09-30',
      '2022-09-24',
      '2023-09-30',
      '2024-09-28',
    ]);
  });

  it('has quarters of 13 weeks, and the 53rd week in the last month', () => {
    expect(weekPeriod('2024-02-03', { kind: 'month', calendar: RETAIL })).toEqual({
      kind: 'month',
      start: '2023-12-31',
      end: '2024-02-04',
      index: 12,
      fiscalYear: 2024,
    });
    expect(weekPeriod('2023-11-01', { kind: 'quarter', calendar: RETAIL })).toEqual({
      kind: 'quarter',
      start: '2023-10-29',
      end: '2024-02-04',
      index: 4,
      fiscalYear: 2024,
    });
    expect(weekPeriod('2023-10-01', { kind: 'quarter', calendar: APPLE })).toEqual({
      kind: 'quarter',
      start: '2023-10-01',
      end: '2023-12-31',
      index: 1,
      fiscalYear: 2024,
    });
  });

  it('leaves no day out and has none twice, whatever the pattern', () => {
    for (const pattern of ['4-4-5', '4-5-4', '5-4-4'] as const) {
      for (const kind of ['month', 'quarter'] as const) {
        const calendar = { ...RETAIL, pattern };
        let period = weekPeriod('2019-02-03', { kind, calendar });
        const lengths: number[] = [];
        while (period.end < '2026-01-01') {
          const next = weekPeriod(period.end, { kind, calendar });
          expect(next.start).toBe(period.end);
          const days = Temporal.PlainDate.from(period.start).until(next.start).days;
          expect(days % 7).toBe(0);
          lengths.push(days / 7);
          period = next;
        }
        if (kind === 'month') expect(lengths.slice(0, 3).join('-')).toBe(pattern);
        expect(new Set(lengths)).toEqual(
          new Set(kind === 'quarter' ? [13, 14] : pattern === '4-4-5' ? [4, 5, 6] : [4, 5]),
        );
      }
    }
  });

  it('refuses a calendar that is none', () => {
    expect(() => weekYearEnd(2024, { ...RETAIL, yearEndMonth: 13 })).toThrow(RangeError);
    expect(() => weekYearEnd(2024, { ...RETAIL, yearEndWeekday: 0 })).toThrow(RangeError);
    expect(() => weekPeriod('tomorrow', { kind: 'month', calendar: RETAIL })).toThrow(RangeError);
  });
});
