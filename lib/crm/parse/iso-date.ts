/**
 * `YYYY-MM-DD` of a day that exists, in the years 1900 to 2199; `undefined` otherwise.
 *
 * @example isoDate(2026, 2, 29) // undefined
 */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (!(year >= 1900 && year <= 2199) || month < 1 || month > 12 || day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
