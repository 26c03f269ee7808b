import type { PassColumns } from './pass-columns';

export interface Days {
  /** `YYYY-MM-DD`; `end` is outside. */
  readonly start: string;
  readonly end: string;
  /** IANA name. */
  readonly zone: string;
}

/** Rows of the passes of some days by the clock of the business calendar: those from one to another, outside. */
export function rowsOfDays({ passedAt }: PassColumns, { start, end, zone }: Days): readonly [number, number] {
  const place = (day: string): number => {
    const instant = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
    let [low, high] = [0, passedAt.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((passedAt[middle] ?? 0) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [place(start), place(end)];
}
