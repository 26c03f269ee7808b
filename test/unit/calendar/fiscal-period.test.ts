import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareInstants } from '../../../lib/calendar/compare-instants';
import { daysBetween } from '../../../lib/calendar/days-between';
import { elapsedShare } from '../../../lib/calendar/elapsed-share';
import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import { nextPeriod } from '../../../lib/calendar/next-period';
import { previousPeriod } from '../../../lib/calendar/previous-period';
import type { FiscalCalendar } from '../../../lib/deal/settings';

const calendars: fc.Arbitrary<FiscalCalendar> = fc.record({
  period: fc.constantFrom('month', 'quarter'),
  yearStartMonth: fc.integer({ min: 1, max: 12 }),
});
const day = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString());

// The first is far behind UTC, the last far ahead and with a clock change; each shifts a day that is made of an instant.
describe.each([
  ['America/Los_Angeles', 480],
  ['UTC', 0],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Auckland', -780],
])('The fiscal calendar in %s', (zone, minutesBehind) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('is really tested in that zone', () => {
    expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).toBe(minutesBehind);
  });

  it.each([
    ['2026-11-23', 'quarter', 1, '2026-10-01', '2027-01-01', 4, 2026],
    ['2026-01-01', 'quarter', 1, '2026-01-01', '2026-04-01', 1, 2026],
    ['2026-12-31', 'month', 1, '2026-12-01', '2027-01-01', 12, 2026],
    ['2026-11-23', 'quarter', 2, '2026-11-01', '2027-02-01', 4, 2027],
    ['2027-01-31', 'quarter', 2, '2026-11-01', '2027-02-01', 4, 2027],
    ['2027-02-01', 'quarter', 2, '2027-02-01', '2027-05-01', 1, 2028],
    ['2026-03-31', 'quarter', 4, '2026-01-01', '2026-04-01', 4, 2026],
    ['2026-04-01', 'quarter', 4, '2026-04-01', '2026-07-01', 1, 2027],
    ['2026-04-01', 'month', 4, '2026-04-01', '2026-05-01', 1, 2027],
    ['2026-09-30', 'month', 10, '2026-09-01', '2026-10-01', 12, 2026],
    ['2026-10-01', 'quarter', 10, '2026-10-01', '2027-01-01', 1, 2027],
    ['2026-11-30', 'quarter', 12, '2026-09-01', '2026-12-01', 4, 2026],
    ['2026-12-01', 'month', 12, '2026-12-01', '2027-01-01', 1, 2027],
    ['2028-02-29', 'month', 7, '2028-02-01', '2028-03-01', 8, 2028],
  ] as const)('puts %s by the %s, year from month %i, into %s..%s', (on, period, yearStartMonth, ...rest) => {
    const [start, end, index, fiscalYear] = rest;
    expect(fiscalPeriod(on, { period, yearStartMonth })).toEqual({
      kind: period,
      start,
      end,
      index,
      fiscalYear,
    });
  });

  it('has every day in its own period', () => {
    fc.assert(
      fc.property(day, calendars, (on, calendar) => {
        const { start, end } = fiscalPeriod(on, calendar);
        expect(start <= on && on < end).toBe(true);
      }),
    );
  });

  it('tiles the line of days without gap or overlap, and counts up through the years', () => {
    fc.assert(
      fc.property(day, calendars, (on, calendar) => {
        const period = fiscalPeriod(on, calendar);
        const next = nextPeriod(period, calendar);
        expect(next.start).toBe(period.end);
        expect(previousPeriod(next, calendar)).toEqual(period);
        const inYear = calendar.period === 'month' ? 12 : 4;
        const count = ({ fiscalYear, index }: typeof period) => fiscalYear * inYear + index;
        expect(count(next) - count(period)).toBe(1);
      }),
    );
  });

  it('is the same period for its first and its last day', () => {
    fc.assert(
      fc.property(day, calendars, (on, calendar) => {
        const period = fiscalPeriod(on, calendar);
        const last = Temporal.PlainDate.from(period.end).subtract({ days: 1 }).toString();
        expect(fiscalPeriod(period.start, calendar)).toEqual(period);
        expect(fiscalPeriod(last, calendar)).toEqual(period);
      }),
    );
  });

  it('names a fiscal year by the calendar year in which its last day lies', () => {
    fc.assert(
      fc.property(day, calendars, (on, calendar) => {
        let period = fiscalPeriod(on, calendar);
        const { fiscalYear } = period;
        const last = calendar.period === 'month' ? 12 : 4;
        while (period.index < last) period = nextPeriod(period, calendar);
        const lastDay = Temporal.PlainDate.from(period.end).subtract({ days: 1 });
        expect(lastDay.year).toBe(fiscalYear);
        expect(Temporal.PlainDate.from(period.end).month).toBe(calendar.yearStartMonth);
      }),
    );
  });

  it('builds quarters of the same three months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (on, yearStartMonth) => {
        const quarter = fiscalPeriod(on, { period: 'quarter', yearStartMonth });
        const month = fiscalPeriod(on, { period: 'month', yearStartMonth });
        expect(month.start >= quarter.start && month.end <= quarter.end).toBe(true);
        expect(Math.ceil(month.index / 3)).toBe(quarter.index);
        expect(month.fiscalYear).toBe(quarter.fiscalYear);
      }),
    );
  });

  it.each([0, 13, 1.5, Number.NaN])('refuses %d as a month', (yearStartMonth) => {
    expect(() => fiscalPeriod('2026-01-01', { period: 'month', yearStartMonth })).toThrow(RangeError);
  });

  it.each(['2026-02-30', '23.11.2026', ''])('refuses %j as a day', (on) => {
    expect(() => fiscalPeriod(on, { period: 'month', yearStartMonth: 1 })).toThrow(RangeError);
  });

  it('counts days of the calendar, also across clock changes and leap days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-09-26', '2026-09-28')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (on, days) => {
        expect(daysBetween(on, Temporal.PlainDate.from(on).add({ days }).toString())).toBe(days);
      }),
    );
  });

  it('says how much of a period is over at the start of a day', () => {
    const april = { start: '2026-04-01', end: '2026-05-01' };
    const days = ['2026-03-15', '2026-04-01', '2026-04-16', '2026-04-30', '2026-05-01', '2027-01-01'];
    expect(days.map((on) => elapsedShare(april, on))).toEqual([0, 0, 0.5, 29 / 30, 1, 1]);
  });
});

describe('compareInstants', () => {
  it('knows one instant in every spelling', () => {
    const spellings = [
      '2026-03-01T09:00Z',
      '2026-03-01T09:00:00Z',
      '2026-03-01T09:00:00.0Z',
      '2026-03-01T09:00:00.000000Z',
    ];
    for (const a of spellings) for (const b of spellings) expect(compareInstants(a, b)).toBe(0);
    expect(compareInstants('2026-03-01T09:00:00.5Z', '2026-03-01T09:00:00Z')).toBeGreaterThan(0);
    expect(compareInstants('2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000001Z')).toBeLessThan(0);
  });

  it('orders instants as their milliseconds do', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, fc.boolean(), (a, b, isShort) => {
        const text = (date: Date) =>
          isShort && date.getMilliseconds() === 0
            ? date.toISOString().replace('.000', '')
            : date.toISOString();
        expect(Math.sign(compareInstants(text(a), b.toISOString()))).toBe(
          Math.sign(a.getTime() - b.getTime()),
        );
      }),
    );
  });
});
