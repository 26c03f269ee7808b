import { monthNumber } from './month-number';
import { monthStart } from './month-start';

/**
 * {@link monthNumber} of each of many days in a row, without a date object for each.
 *
 * @param firstDay Days since 1970-01-01.
 * @example monthNumbers(30, 2) // [0, 1]: the last day of January and the first of February 1970
 */
export function monthNumbers(firstDay: number, length: number): Int32Array {
  const months = new Int32Array(length);
  let month = monthNumber(firstDay);
  let next = monthStart(month + 1);
  for (let at = 0; at < length; at += 1) {
    if (firstDay + at >= next) {
      month += 1;
      next = monthStart(month + 1);
    }
    months[at] = month;
  }
  return months;
}
