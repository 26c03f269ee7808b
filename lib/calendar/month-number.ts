/**
 * Number of the month in which a day lies: months since January 1970. `monthNumber(day) % 3` is the month of the
 * calendar quarter (0, 1, 2).
 *
 * @param day Days since 1970-01-01.
 * @example monthNumber(31) // 1, February 1970
 */
export function monthNumber(day: number): number {
  const date = new Date(day * 86_400_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
