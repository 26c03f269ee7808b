/** When people work: the same hours on each working day, by the clock of one place. */
export interface BusinessCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekdays: readonly number[];
  /** Local times `HH:MM`; `to` may be `24:00`. */
  readonly from: string;
  readonly to: string;
  /** Days on which nobody works, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Instants in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * A function of two instants (milliseconds): the business hours between them, 0 where the second is not later. Local
 * hours stay what they are when clocks are moved; a shift over the gap itself is shorter by it, as the people's day is.
 *
 * @param span What the instants lie in: its days are laid out once. Nothing outside it counts.
 * @example businessHours(calendar, span)(fridayAtFour, mondayAtTen) // 2, with a day from 9 to 5
 */
export function businessHours(calendar: BusinessCalendar, span: Span): (from: number, to: number) => number {
  const { opens, closes, before } = layOut(calendar, span);
  const worked = (instant: number): number => {
    const at = lastAtMost(opens, instant);
    if (at < 0) return 0;
    return (before[at] ?? 0) + Math.min(instant, closes[at] ?? 0) - (opens[at] ?? 0);
  };
  return (from, to) => (to <= from ? 0 : (worked(to) - worked(from)) / HOUR_MS);
}

function layOut(calendar: BusinessCalendar, span: Span) {
  const [opens, closes, before]: [number[], number[], number[]] = [[], [], []];
  const holidays = new Set(calendar.holidays);
  const weekdays = new Set(calendar.weekdays);
  const midnight = Temporal.PlainTime.from('00:00');
  const start = Temporal.PlainTime.from(calendar.from);
  const end = calendar.to === '24:00' ? undefined : Temporal.PlainTime.from(calendar.to);
  const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime): number =>
    day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime }).epochMilliseconds;
  let sum = 0;
  let day = Temporal.Instant.fromEpochMilliseconds(span.from - DAY_MS)
    .toZonedDateTimeISO(calendar.timeZone)
    .toPlainDate();
  for (let noon = span.from - DAY_MS; noon <= span.to + DAY_MS; noon += DAY_MS, day = day.add({ days: 1 })) {
    if (!weekdays.has(day.dayOfWeek) || holidays.has(day.toString())) continue;
    const open = at(day, start);
    const close = end === undefined ? at(day.add({ days: 1 }), midnight) : at(day, end);
    opens.push(open);
    closes.push(close);
    before.push(sum);
    sum += Math.max(0, close - open);
  }
  return { opens, closes, before };
}

/** Place of the last number that is at most `limit`; -1 where none is. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
