import { dayNumber } from '../../calendar/day-number';

/** Days `YYYY-MM-DD`; `end` is outside. */
export interface DaySpan {
  readonly start: string;
  readonly end: string;
}

/** Those that were created in a span of days. */
export function ofSpan<One extends { readonly created: number }>(
  all: readonly One[],
  { start, end }: DaySpan,
): readonly One[] {
  const [from, to] = [dayNumber(start) ?? 0, dayNumber(end) ?? 0];
  return all.filter(({ created }) => created >= from && created < to);
}
