/**
 * Whole days from one day to another, both `YYYY-MM-DD`; negative where `to` is earlier. Days of the calendar, not
 * spans of 24 hours: no clock change is in them.
 *
 * @throws RangeError for text that is no day.
 * @example daysBetween('2028-02-28', '2028-03-01') // 2
 */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}
