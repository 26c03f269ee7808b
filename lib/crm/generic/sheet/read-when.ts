import { parseDateTime } from '../../parse/parse-date-time';
import type { DateOrder } from '../../parse/reading';

export interface When {
  readonly kind: 'when';
  /** Both ends of the time that is meant: a day, a minute, a second, or the instant itself. */
  readonly notBefore: string;
  readonly at: string;
}

export type WhenReading = When | { readonly kind: 'date-unreadable' } | { readonly kind: 'date-ambiguous' };

const unreadable = { kind: 'date-unreadable' } as const;

/**
 * When a row of a history says that something happened. A day is the whole day and a minute the whole minute, by the
 * user's own clock where no zone is written. Milliseconds since 1970 are an instant.
 *
 * @param order The order of day and month in this column, by all its values.
 * @example readWhen('2026-03-05', { order: undefined, zone: 'UTC' }) // 2026-03-05T00:00:00.000Z to 2026-03-05T23:59:59.999Z
 */
export function readWhen(
  text: string,
  { order, zone }: { readonly order: DateOrder | undefined; readonly zone: string },
): WhenReading {
  if (/^1\d{12}$/.test(text)) return within(Number(text), 1);
  const exact = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d(\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text);
  if (exact !== null) return exactly(exact);
  const reading = parseDateTime(text, { order });
  if (reading.kind === 'ambiguous') return { kind: 'date-ambiguous' };
  if (reading.kind !== 'value') return unreadable;
  const { date, time } = reading.value;
  if (time === undefined) {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
    return between(start.epochMilliseconds, start.add({ days: 1 }).epochMilliseconds - 1);
  }
  const seconds = /\d[:.]\d\d[:.](\d\d)(?!\d)/.exec(text)?.[1];
  const clock = `${date}T${time.clock}:${seconds ?? '00'}`;
  try {
    const then =
      time.zone === undefined
        ? Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).epochMilliseconds
        : Temporal.Instant.from(clock + time.zone).epochMilliseconds;
    return within(then, seconds === undefined ? 60_000 : 1000);
  } catch {
    return unreadable;
  }
}

function exactly([, date, clock, seconds, fraction, zone]: RegExpExecArray): WhenReading {
  try {
    const then = Temporal.Instant.from(`${date}T${clock}${zone === 'UTC' ? 'Z' : zone}`).epochMilliseconds;
    return within(then, fraction !== undefined ? 1 : seconds !== undefined ? 1000 : 60_000);
  } catch {
    // Figures of the right shape, and no time: `2026-02-30T25:00Z`.
    return unreadable;
  }
}

function within(from: number, length: number): When {
  return between(from, from + length - 1);
}

function between(from: number, to: number): When {
  return { kind: 'when', notBefore: instantOf(from), at: instantOf(to) };
}

/** With three decimals, as the store's own instants are written. */
function instantOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });
}
