/**
 * Order of two instants (ISO 8601, UTC): negative where `a` is earlier, 0 where they are the same instant.
 * Instants are written with or without fractions of a second; only equally long ones can be compared as text.
 *
 * @throws RangeError where texts of different length are no instants.
 * @example compareInstants('2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z') // 0
 */
export function compareInstants(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length === b.length && a.endsWith('Z') && b.endsWith('Z')) return a < b ? -1 : 1;
  return Temporal.Instant.compare(a, b);
}
