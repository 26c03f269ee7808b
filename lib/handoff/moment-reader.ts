import { dayNumber } from '../calendar/day-number';
import type { Moment } from './request';

const [EARLIEST, LATEST] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

/**
 * Reads instants in ISO 8601 (without an offset as UTC) and bare days. A bare day is all of it, by the clock of the
 * place: from its start to its last millisecond.
 *
 * @param timeZone IANA name.
 * @returns A function that gives `undefined` for text that is neither, or lies outside the years 1970 to 2099.
 */
export function momentReader(timeZone: string): (text: string) => Moment | undefined {
  const days = new Map<string, Moment>();
  return (text) => {
    if (dayNumber(text) === undefined) return undefined;
    const moment = text.length > 10 ? exactly(text) : (days.get(text) ?? wholeDay(text, timeZone));
    if (text.length === 10) days.set(text, moment);
    return moment.from >= EARLIEST && moment.to < LATEST ? moment : undefined;
  };
}

function exactly(text: string): Moment {
  const instant = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
  return { from: instant, to: instant };
}

function wholeDay(text: string, timeZone: string): Moment {
  const day = Temporal.PlainDate.from(text);
  return {
    from: day.toZonedDateTime(timeZone).epochMilliseconds,
    to: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1,
  };
}
