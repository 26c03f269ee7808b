/**
 * First day of a month, in days since 1970-01-01.
 *
 * @param month Months since January 1970.
 * @example monthStart(1) // 31
 */
export function monthStart(month: number): number {
  return Date.UTC(1970, month, 1) / 86_400_000;
}
