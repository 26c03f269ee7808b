/** Business hours worked out by hand, over the days on which clocks are moved. */
import { describe, expect, it } from 'vitest';
import { businessHours } from '../../../lib/calendar/business-hours';

const HOUR = 3_600_000;
const span = { from: Date.parse('2025-12-01T00:00:00Z'), to: Date.parse('2026-12-01T00:00:00Z') };

function hours(calendar: object, from: string, to: string): number {
  const week = {
    timeZone: 'Europe/Copenhagen',
    weekdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    holidays: [],
  };
  return businessHours({ ...week, ...calendar }, span)(Date.parse(from), Date.parse(to));
}

describe('business hours worked out by hand', () => {
  it('leave out the weekend: Friday 16:00 to Monday 10:00 is 1 + 1', () => {
    expect(hours({}, '2026-01-09T15:00:00Z', '2026-01-12T09:00:00Z')).toBe(2);
  });

  it('keep the local hours when clocks go forward: Friday 27 March 16:00 (UTC+1) to Monday 30 March 10:00 (UTC+2)', () => {
    expect(hours({}, '2026-03-27T15:00:00Z', '2026-03-30T08:00:00Z')).toBe(2);
  });

  it('have 23 hours on a Sunday worked through when clocks go forward, 25 when they go back', () => {
    const always = { weekdays: [7], from: '00:00', to: '24:00' };
    expect(hours(always, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toBe(23);
    expect(hours(always, '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z')).toBe(25);
  });

  it('leave out holidays: Wednesday 31 December 16:00 to Friday 2 January 10:00 is 1 + 1', () => {
    expect(hours({ holidays: ['2026-01-01'] }, '2025-12-31T15:00:00Z', '2026-01-02T09:00:00Z')).toBe(2);
  });

  it('are none before the day begins, after it ends, or backwards', () => {
    expect(hours({}, '2026-01-12T17:00:00Z', '2026-01-13T07:00:00Z')).toBe(0);
    expect(hours({}, '2026-01-13T12:00:00Z', '2026-01-12T12:00:00Z')).toBe(0);
  });

  it('follow the zone: the same instants in New York, 03:00 to 11:00 local, are 2', () => {
    const from = Date.parse('2026-01-13T08:00:00Z');
    expect(
      hours(
        { timeZone: 'America/New_York' },
        new Date(from).toISOString(),
        new Date(from + 8 * HOUR).toISOString(),
      ),
    ).toBe(2);
  });
});
