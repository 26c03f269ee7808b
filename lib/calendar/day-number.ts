const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/;
const DAY_MS = 86_400_000;

/**
 * Number of the day in UTC on which a date or instant lies: days since 1970-01-01. Many dates are read at once, so
 * this is arithmetic where {@link daysBetween} makes two date objects.
 *
 * @param text `YYYY-MM-DD`, or an instant in ISO 8601; without an offset it is read as UTC.
 * @returns `undefined` for text that is no day: a wrong form, month 13, 30 February.
 * @example dayNumber('1970-01-02T23:59:59Z') // 1
 */
export function dayNumber(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const stamp = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(stamp);
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return undefined;
  if (text.length === 10) return stamp / DAY_MS;
  const instant = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant) ? undefined : Math.floor(instant / DAY_MS);
}
