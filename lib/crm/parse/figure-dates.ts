import { isoDate } from './iso-date';
import type { DateOrder } from './reading';

/**
 * Every day that three figures can mean, by order. With a four-figure year at the end that is one or two days; with
 * two figures also the year-first reading.
 *
 * @example figureDates(['05', '03', '2026']) // Map { 'dmy' => '2026-03-05', 'mdy' => '2026-05-03' }
 */
export function figureDates([a, b, c]: readonly [string, string, string]): ReadonlyMap<DateOrder, string> {
  const found = new Map<DateOrder, string>();
  const add = (order: DateOrder, [year, month, day]: readonly [string, string, string]) => {
    const date = isoDate(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
    if (date !== undefined) found.set(order, date);
  };
  add('dmy', [c, b, a]);
  add('mdy', [c, a, b]);
  if (c.length === 2 && a.length === 2) add('ymd', [a, b, c]);
  return found;
}
