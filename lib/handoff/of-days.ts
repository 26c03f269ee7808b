import type { Scored } from './measures-of';

/** Passes of some days by the clock of the business calendar. */
export function ofDays(
  all: readonly Scored[],
  { start, end, zone }: { readonly start: string; readonly end: string; readonly zone: string },
): readonly Scored[] {
  const instant = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  const [from, to] = [instant(start), instant(end)];
  return all.filter(({ handoff: { pass } }) => pass.at.to >= from && pass.at.to < to);
}
