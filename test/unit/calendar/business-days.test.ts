import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { businessDays } from '../../../lib/calendar/business-days';
import { dayText } from '../../../lib/calendar/day-text';

it('business days leave out weekends and holidays, once each', () => {
  expect(businessDays('2026-11-20', '2026-11-25')).toBe(3);
  expect(businessDays('2026-11-25', '2026-11-20')).toBe(-3);
  expect(businessDays('2026-11-21', '2026-11-23')).toBe(0);
  // December 2026: 23 weekdays, of which Christmas Day is a Friday and the 26th a Saturday.
  expect(businessDays('2026-12-01', '2027-01-01')).toBe(23);
  expect(
    businessDays('2026-12-01', '2027-01-01', {
      holidays: ['2026-12-25', '2026-12-25', '2026-12-26', '2027-01-01'],
    }),
  ).toBe(22);
  expect(businessDays('2026-11-20', '2026-11-25', { weekend: [5, 6] })).toBe(3);
  expect(() => businessDays('2026-02-30', '2026-03-01')).toThrow(RangeError);
});

it('are the sum of the days one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 25_000 }), fc.integer({ min: 0, max: 90 }), (from, length) => {
      let sum = 0;
      for (let day = from; day < from + length; day += 1) sum += businessDays(dayText(day), dayText(day + 1));
      expect(businessDays(dayText(from), dayText(from + length))).toBe(sum);
    }),
  );
});
