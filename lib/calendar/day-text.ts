/**
 * The day with a number, as `YYYY-MM-DD`; the inverse of `dayNumber`.
 *
 * @example dayText(1) // '1970-01-02'
 */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
