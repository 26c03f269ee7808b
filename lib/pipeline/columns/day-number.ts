/**
 * A day as one number, in the order of days: 20260331; 1 where it was shown empty, 0 where it was not shown.
 *
 * @param day `YYYY-MM-DD`.
 * @example dayNumber('2026-03-31') // 20260331
 */
export function dayNumber(day: string | null | undefined): number {
  if (day === undefined) return 0;
  return day === null ? 1 : Number(day.replaceAll('-', ''));
}
