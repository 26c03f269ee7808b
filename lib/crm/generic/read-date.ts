import { parseDateTime, type DateTime } from '../parse/parse-date-time';
import { relativeDate } from '../parse/relative-date';
import type { Reading } from '../parse/reading';
import type { Cell, CellContext } from './read-values';

/**
 * The day that a cell shows. A `<time datetime>` wins over the text; where it is an instant of another zone, the text's
 * day counts if it can be that instant's day somewhere on earth, and else the instant's day is approximate.
 */
export function readDay(cell: Cell, context: CellContext): Reading<string> {
  const machine = machineTime(cell);
  const text = readText(cell, context);
  if (machine === undefined) return mapped(text);
  const { date, time } = machine;
  if (time?.zone === undefined) return { kind: 'value', value: date, approximate: false };
  if (text.kind === 'value' && !text.approximate && isNear(text.value.date, date)) {
    return { kind: 'value', value: text.value.date, approximate: false };
  }
  if (text.kind === 'ambiguous') {
    const near = text.readings.filter((reading) => isNear(reading.date, date));
    if (near.length === 1 && near[0] !== undefined)
      return { kind: 'value', value: near[0].date, approximate: false };
  }
  return { kind: 'value', value: date, approximate: true };
}

export type InstantReading = Reading<string> | { readonly kind: 'day-only'; readonly day: string };

/**
 * The instant that a cell shows, ISO 8601 UTC. Exact where a zone is stated; a time without a zone is taken in the
 * reader's own, as approximate; a day without a time is `day-only`.
 */
export function readInstant(cell: Cell, context: CellContext): InstantReading {
  const reading = readText(cell, context);
  const seen = machineTime(cell) ?? (reading.kind === 'value' ? reading.value : undefined);
  if (seen === undefined) return reading.kind === 'value' ? { kind: 'unreadable' } : mapped(reading);
  const { date, time } = seen;
  if (time === undefined) return { kind: 'day-only', day: date };
  const instant =
    time.zone === undefined
      ? Temporal.PlainDateTime.from(`${date}T${time.clock}`).toZonedDateTime(context.zone).toInstant()
      : Temporal.Instant.from(`${date}T${time.clock}${time.zone}`);
  return { kind: 'value', value: instant.toString(), approximate: time.zone === undefined };
}

function readText({ shown, dateOrder }: Cell, { today }: CellContext): Reading<DateTime> {
  const [first = '', second = ''] = shown.lines;
  const other = shown.lines.length === 2 ? relativeDate(second, today) : undefined;
  if (other !== undefined) {
    // `31 Mar 2027`, and below it `in 30 days`, or in as many weeks: both say the same, or neither counts.
    const reading = parseDateTime(first, { order: dateOrder, today });
    const away = daysBetween(today, other);
    const unit = away < 2 || Number(/\d+/.exec(second)) === away ? 1 : 7;
    if (reading.kind === 'value' && daysBetween(reading.value.date, other) <= unit) return reading;
  }
  return parseDateTime(shown.lines.join(' '), { order: dateOrder, today });
}

function machineTime({ shown }: Cell): DateTime | undefined {
  if (shown.machineTime === undefined || !/^\d{4}-\d{2}-\d{2}/.test(shown.machineTime)) return undefined;
  const reading = parseDateTime(shown.machineTime, {});
  return reading.kind === 'value' ? reading.value : undefined;
}

function mapped(reading: Reading<DateTime>): Reading<string> {
  if (reading.kind === 'value')
    return { kind: 'value', value: reading.value.date, approximate: reading.approximate };
  return reading.kind === 'ambiguous'
    ? { kind: 'ambiguous', readings: reading.readings.map(({ date }) => date) }
    : reading;
}

function isNear(day: string, other: string): boolean {
  return daysBetween(day, other) <= 1;
}

function daysBetween(day: string, other: string): number {
  return Math.abs(Temporal.PlainDate.from(day).until(other, { largestUnit: 'day' }).days);
}
