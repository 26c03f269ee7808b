import { expect, test } from 'vitest';
import { daysToCome } from '../../../lib/calendar/days-to-come';

test('what is left of today is still to come, and all of a period that has not begun', () => {
  const period = { start: 100, end: 130 };
  expect(daysToCome(period, { day: 110, rest: 0.25 })).toBe(19.25);
  expect(daysToCome(period, { day: 129, rest: 0 })).toBe(0);
  expect(daysToCome(period, { day: 130, rest: 1 })).toBe(0);
  expect(daysToCome(period, { day: 90, rest: 0.25 })).toBe(30);
  expect(daysToCome(period, { day: 100, rest: 1 })).toBe(30);
});
