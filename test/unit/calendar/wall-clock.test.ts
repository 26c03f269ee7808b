import { describe, expect, test } from 'vitest';
import { wallClock } from '../../../lib/calendar/wall-clock';

describe('an instant as a clock showed it', () => {
  test.each([
    ['UTC', '2026-03-06T01:00:00.000Z', '2026-03-06T01:00:00.000Z'],
    ['America/Los_Angeles', '2026-03-06T01:00:00Z', '2026-03-05T17:00:00.000Z'],
    ['Pacific/Auckland', '2026-03-04T19:00:00.5Z', '2026-03-05T08:00:00.500Z'],
    ['Asia/Kathmandu', '2026-03-05T18:20:00+00:00', '2026-03-06T00:05:00.000Z'],
    // Clocks go forward at 01:00 UTC: a minute before, and at it.
    ['Europe/Copenhagen', '2026-03-29T00:59:00.000Z', '2026-03-29T01:59:00.000Z'],
    ['Europe/Copenhagen', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000Z'],
    ['Europe/Copenhagen', '2026-10-25T23:30:00.000Z', '2026-10-26T00:30:00.000Z'],
  ])('in %s at %s is %s', (zone, instant, shown) => {
    expect(wallClock(zone)(instant)).toBe(shown);
  });

  test('is what Temporal says of each hour of two years, in places that move their clocks and in one that has moved', () => {
    for (const zone of ['America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia']) {
      const shown = wallClock(zone);
      for (let hour = 0; hour < 2 * 365 * 24; hour += 1) {
        const instant = new Date(Date.UTC(2011, 0, 1) + hour * 3_600_000).toISOString();
        const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
        if (shown(instant).slice(0, 19) !== local.toString({ smallestUnit: 'second' }))
          expect([zone, instant, shown(instant)]).toEqual([zone, instant, local.toString()]);
      }
    }
  });

  test('leaves a day, and what is no instant, as it is', () => {
    const shown = wallClock('America/Los_Angeles');
    expect([shown('2026-03-06'), shown('soon after')]).toEqual(['2026-03-06', 'soon after']);
  });
});
