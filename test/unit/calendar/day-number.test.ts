import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { monthNumber } from '../../../lib/calendar/month-number';
import { monthStart } from '../../../lib/calendar/month-start';

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02T23:59:59Z', 1],
    ['1970-01-02T23:59:59', 1],
    ['1970-01-02T00:30:00+02:00', 0],
    ['2028-02-29', 21_243],
    ['1969-12-31', -1],
  ])('of %s is %i', (text, day) => {
    expect(dayNumber(text)).toBe(day);
  });

  it.each(['2027-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-01Tnoon', 'soon', ''])(
    'there is none of %j',
    (text) => {
      expect(dayNumber(text)).toBeUndefined();
    },
  );

  it('and the text of a day are inverse, and every day lies in its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), (day) => {
        expect(dayNumber(dayText(day))).toBe(day);
        const month = monthNumber(day);
        expect(monthStart(month) <= day && day < monthStart(month + 1)).toBe(true);
      }),
    );
  });
});
