import { expect, it } from 'vitest';
import { monthNumber } from '../../../lib/calendar/month-number';
import { monthNumbers } from '../../../lib/calendar/month-numbers';

it('many days in a row have the months that each has alone, leap years and years before 1970 too', () => {
  for (const first of [-40, 30, 19_750, 20_450]) {
    const months = monthNumbers(first, 800);
    months.forEach((month, at) => expect(month).toBe(monthNumber(first + at)));
  }
  expect([...monthNumbers(30, 2)]).toEqual([0, 1]);
  expect(monthNumbers(30, 0)).toHaveLength(0);
});
