import { describe, expect, test } from 'vitest';
import { restOfDay } from '../../../lib/calendar/rest-of-day';

describe('what is left of a day', () => {
  test.each([
    ['2026-03-05', 'UTC', '2026-03-05T00:00:00Z', 1],
    ['2026-03-05', 'UTC', '2026-03-05T18:00:00Z', 0.25],
    ['2026-03-05', 'Europe/Copenhagen', '2026-03-05T17:00:00Z', 0.25],
    ['2026-03-05', 'America/Los_Angeles', '2026-03-06T02:00:00Z', 0.25],
    ['2026-03-05', 'Pacific/Auckland', '2026-03-04T11:00:00Z', 1],
    // Days of twenty-three and of twenty-five hours, at noon.
    ['2026-03-29', 'Europe/Copenhagen', '2026-03-29T10:00:00Z', 12 / 23],
    ['2026-10-25', 'Europe/Copenhagen', '2026-10-25T11:00:00Z', 12 / 25],
    // The hour that is going on is still to come.
    ['2026-03-05', 'UTC', '2026-03-05T18:00:01Z', 0.25],
    ['2026-03-05', 'UTC', '2026-03-05T18:59:59Z', 0.25],
    ['2026-03-05', 'Asia/Kathmandu', '2026-03-05T17:15:01Z', 1 / 24],
    // Not begun, and over.
    ['2026-03-05', 'UTC', '2026-03-04T23:00:00Z', 1],
    ['2026-03-05', 'UTC', '2026-03-06T00:00:00Z', 0],
  ])('of %s in %s at %s is %d', (day, zone, at, rest) => {
    expect(restOfDay(day, { at, zone })).toBeCloseTo(rest, 12);
  });
});
