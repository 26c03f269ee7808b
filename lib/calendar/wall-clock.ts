const DAY_MS = 86_400_000;
/** Instants that are remembered. */
const MOST = 5000;

/**
 * A function that writes an instant as the clock of a place showed it, in the form of an instant: whoever cuts it into
 * days, as `dayNumber` does, cuts it at that place's midnights. Many are written at once, so the distance from UTC is
 * looked up once for a day on which clocks are not moved. A day without a time, and what is no instant, stay as they are.
 *
 * @param zone IANA name.
 * @example wallClock('America/Los_Angeles')('2026-03-06T01:00:00Z') // '2026-03-05T17:00:00.000Z'
 */
export function wallClock(zone: string): (instant: string) => string {
  const offsetAt = (ms: number): number =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  /** By UTC day; NaN for one within which the distance changes. */
  const known = new Map<number, number>();
  const ofDay = (day: number): number => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const [first, last] = [offsetAt(day * DAY_MS), offsetAt((day + 1) * DAY_MS - 1)];
    const offset = first === last ? first : NaN;
    known.set(day, offset);
    return offset;
  };
  const shownAt = (instant: string): string => {
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) return instant;
    const offset = ofDay(Math.floor(ms / DAY_MS));
    return new Date(ms + (Number.isNaN(offset) ? offsetAt(ms) : offset)).toISOString();
  };
  /** What was read in one go has one instant, and a change on record begins where it ends. */
  const written = new Map<string, string>();
  return (instant) => {
    if (instant.length === 10) return instant;
    const found = written.get(instant);
    if (found !== undefined) return found;
    if (written.size >= MOST) written.clear();
    const shown = shownAt(instant);
    written.set(instant, shown);
    return shown;
  };
}
