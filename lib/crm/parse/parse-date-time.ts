import { figureDates } from './figure-dates';
import { isEmptyText } from './is-empty-text';
import { isoDate } from './iso-date';
import type { DateOrder, Reading } from './reading';
import { relativeDate } from './relative-date';
import { splitDate, type WrittenTime } from './split-date';

export interface DateContext {
  /** Order of this column, by `decideDateOrder`; absent where that is not known. */
  readonly order?: DateOrder | undefined;
  /** The day on which the page is read, `YYYY-MM-DD`; without it `Today` is unreadable. */
  readonly today?: string | undefined;
  /** The page's language, for `Today`. */
  readonly language?: string | undefined;
}

/** A day `YYYY-MM-DD`, and the time where one was written. */
export interface DateTime {
  readonly date: string;
  readonly time?: WrittenTime;
}

/**
 * Reads a date with the time that may follow it. A date without a year is ambiguous; so are figures whose order the
 * column did not decide. `Today` and `Yesterday` are approximate: the CRM's day may begin at another hour. So is the
 * day of a time that names a zone, where the reader's own day may be another.
 *
 * @example parseDateTime('05/03/2026 14:30', { order: 'dmy' }) // value { date: '2026-03-05', time: { clock: '14:30' } }
 */
export function parseDateTime(text: string, context: DateContext): Reading<DateTime> {
  if (isEmptyText(text)) return { kind: 'empty' };
  const { today, language } = context;
  const relative =
    today === undefined || language === undefined ? undefined : relativeDate(text, today, language);
  if (relative !== undefined) return { kind: 'value', value: { date: relative }, approximate: true };
  const parts = splitDate(text);
  if (parts === undefined) return { kind: 'unreadable' };
  if (parts.kind === 'without-year') return { kind: 'ambiguous' };
  const { time } = parts;
  const date =
    parts.kind === 'certain'
      ? isoDate(parts.year, parts.month, parts.day)
      : figureDate(parts.slots, context.order);
  if (date === undefined) return { kind: 'unreadable' };
  if (date === 'ambiguous') return { kind: 'ambiguous' };
  return {
    kind: 'value',
    value: time === undefined ? { date } : { date, time },
    approximate: time?.zone !== undefined,
  };
}

function figureDate(
  slots: readonly [string, string, string],
  order: DateOrder | undefined,
): string | undefined {
  const possible = figureDates(slots);
  const days = new Set(possible.values());
  if (days.size === 0) return undefined;
  const [only] = days;
  const isYearShort = slots[2].length === 2;
  if (days.size === 1 && !isYearShort) return only;
  return (order && possible.get(order)) ?? 'ambiguous';
}
