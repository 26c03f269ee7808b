const DAY_MS = 86_400_000;
const [DASH, LETTER_T, ZERO] = [45, 84, 48];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days from 0000-03-01 to 1970-01-01, in the Gregorian calendar carried back. */
const TO_1970 = 719_468;

/**
 * Number of the day in UTC on which a date or instant lies: days since 1970-01-01. Many dates are read at once, so
 * this is arithmetic where {@link daysBetween} makes two date objects.
 *
 * @param text `YYYY-MM-DD`, or an instant in ISO 8601; without an offset it is read as UTC.
 * @returns `undefined` for text that is no day: a wrong form, month 13, 30 February.
 * @example dayNumber('1970-01-02T23:59:59Z') // 1
 */
export function dayNumber(text: string): number | undefined {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  if (text.length > 10 && text.charCodeAt(10) !== LETTER_T) return undefined;
  const day = dayOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  if (text.length === 10 || day === undefined) return day;
  const instant = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant) ? undefined : Math.floor(instant / DAY_MS);
}

/** The number that the characters `from` to `to` are; -1 where one is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Years begin in March, so that a leap day is a year's last: Hinnant, chrono-compatible low-level date algorithms. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : MONTH_DAYS[month - 1];
  if (year < 0 || length === undefined || day < 1 || day > length) return undefined;
  const from = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leaps + Math.floor((153 * months + 2) / 5) + day - 1 - TO_1970;
}
