/**
 * The day that `dayNumber` has written.
 *
 * @example dayText(20260331) // '2026-03-31'
 */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
