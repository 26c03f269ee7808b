const HOUR_MS = 3_600_000;

/**
 * Share of a day's hours that are still to come at an instant, 0..1, by the clock of a place; the hour that is going on is
 * one of them, so that all that is said within it agrees. Hours count alike, in a day of 23 or 25 as well: no set says at
 * what hour deals are won. 1 while the day has not begun there, 0 once it is over.
 *
 * @param day `YYYY-MM-DD` @param at ISO 8601 UTC. @param zone IANA name.
 * @example restOfDay('2026-03-05', { at: '2026-03-05T17:00:00Z', zone: 'Europe/Copenhagen' }) // 0.25
 */
export function restOfDay(day: string, { at, zone }: { readonly at: string; readonly zone: string }): number {
  const date = Temporal.PlainDate.from(day);
  const start = date.toZonedDateTime(zone).epochMilliseconds;
  const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const left = Math.ceil((end - Temporal.Instant.from(at).epochMilliseconds) / HOUR_MS);
  return Math.min(1, Math.max(0, (left * HOUR_MS) / (end - start)));
}
