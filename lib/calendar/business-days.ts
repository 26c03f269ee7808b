import { dayNumber } from './day-number';

interface BusinessOptions {
  /** Days on which nobody works, `YYYY-MM-DD`. */
  readonly holidays?: Iterable<string>;
  /** Weekdays on which nobody works, 1 (Monday) to 7 (Sunday). */
  readonly weekend?: readonly number[];
}

/**
 * Business days from one day (inside) to another (outside); negative where `to` is before `from`.
 *
 * @param from `YYYY-MM-DD`.
 * @throws RangeError for text that is no day.
 * @example businessDays('2026-11-20', '2026-11-25') // 3: Friday, Monday, Tuesday
 */
export function businessDays(
  from: string,
  to: string,
  { holidays = [], weekend = [6, 7] }: BusinessOptions = {},
): number {
  const [start, end] = [numberOf(from), numberOf(to)];
  if (end < start) return -businessDays(to, from, { holidays, weekend });
  const weeks = Math.floor((end - start) / 7);
  const isFree = new Set(weekend);
  let days = weeks * (7 - isFree.size);
  for (let day = start + weeks * 7; day < end; day += 1) if (!isFree.has(weekdayOf(day))) days += 1;
  for (const day of new Set(Array.from(holidays, numberOf)))
    if (day >= start && day < end && !isFree.has(weekdayOf(day))) days -= 1;
  return days;
}

/** 1 (Monday) to 7 (Sunday); day 0 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function numberOf(text: string): number {
  const day = dayNumber(text);
  if (day === undefined) throw new RangeError(`no day: ${text}`);
  return day;
}
