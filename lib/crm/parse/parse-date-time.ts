import { figureDates } from './figure-dates';
import { isEmptyText } from './is-empty-text';
import { isoDate } from './iso-date';
import type { DateOrder, Reading } from './reading';
import { relativeDate } from './relative-date';
import type { WrittenTime } from './split-clock';
import { splitDate, type DateParts } from './split-date';

export interface DateContext {
  /** Order of this column, by `decideDateOrder`; absent where that is not known. */
  readonly order?: DateOrder | undefined;
  /** The day on which the page is read, `YYYY-MM-DD`; without it `Today` is unreadable. */
  readonly today?: string | undefined;
}

/** A day `YYYY-MM-DD`, and the time where one was written. */
export interface DateTime {
  readonly date: string;
  readonly time?: WrittenTime;
}

/**
 * Reads a date with the time that may follow it. A date without a year is ambiguous; so are figures whose order the
 * column did not decide. `Today` and `2 weeks ago` are approximate: the CRM's day may begin at another hour. So is the
 * day of a time that names a zone, where the reader's own day may be another.
 *
 * @example parseDateTime('05/03/2026 14:30', { order: 'dmy' }) // value { date: '2026-03-05', time: { clock: '14:30' } }
 */
export function parseDateTime(text: string, context: DateContext): Reading<DateTime> {
  if (isEmptyText(text) || /^[0/.-]{8,}(?: [0:]+)?$/.test(text.trim())) return { kind: 'empty' };
  const relative = context.today === undefined ? undefined : relativeDate(text, context.today);
  if (relative !== undefined) return { kind: 'value', value: { date: relative }, approximate: true };
  const parts = splitDate(text);
  if (parts === undefined) return { kind: 'unreadable' };
  const { time } = parts;
  const days = [...new Set(daysOf(parts, context))];
  const readings = days.map((date) => (time === undefined ? { date } : { date, time }));
  const [only] = readings;
  if (only === undefined && (parts.kind === 'certain' || parts.kind === 'figures'))
    return { kind: 'unreadable' };
  return only === undefined || readings.length > 1 || !isSure(parts, context)
    ? { kind: 'ambiguous', readings }
    : { kind: 'value', value: only, approximate: time?.zone !== undefined };
}

/** Every day that a date can mean. */
function daysOf(parts: DateParts, { order, today }: DateContext): readonly string[] {
  if (parts.kind === 'without-day') return [];
  if (parts.kind === 'figures') {
    const possible = figureDates(parts.slots);
    const decided = order && possible.get(order);
    return decided === undefined ? [...possible.values()] : [decided];
  }
  const { month, day } = parts;
  const thisYear = Number(today?.slice(0, 4));
  const years = parts.kind === 'certain' ? [parts.year] : [thisYear - 1, thisYear, thisYear + 1];
  return years.flatMap((year) => isoDate(year, month, day) ?? []);
}

/** Whether one possible day is the day: a year of two figures leaves a doubt. */
function isSure(parts: DateParts, { order }: DateContext): boolean {
  if (parts.kind === 'figures')
    return parts.slots[2].length === 4 || (order !== undefined && figureDates(parts.slots).has(order));
  return parts.kind === 'certain';
}
