import type { DaySpan } from './of-span';

const MONTHS = 12;

/** Twelve months up to that of a day, each as `YYYY-MM` with its days. */
export function monthsUpTo(day: string): readonly { readonly month: string; readonly span: DaySpan }[] {
  const last = Temporal.PlainDate.from(day).with({ day: 1 });
  return Array.from({ length: MONTHS }, (_, nth) => {
    const start = last.subtract({ months: MONTHS - 1 - nth });
    const span = { start: start.toString(), end: start.add({ months: 1 }).toString() };
    return { month: span.start.slice(0, 7), span };
  });
}
