/** What `dayNumber` was given, as a number; `null` where a day was shown empty, `undefined` where it was not shown. */
export function dayAt(day = 0): number | null | undefined {
  if (day > 1) return day;
  return day === 1 ? null : undefined;
}
