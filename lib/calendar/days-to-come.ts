interface Period {
  readonly start: number;
  readonly end: number;
}

interface Now {
  /** The day that goes on. */
  readonly day: number;
  /** Share of it that is still to come, 0..1: see `restOfDay`. */
  readonly rest: number;
}

/**
 * Days of a period that are still to come, what is left of today among them. Days are numbers, `end` is outside.
 *
 * @returns 0 once the period is over, all of it while it has not begun.
 * @example daysToCome({ start: 100, end: 130 }, { day: 110, rest: 0.25 }) // 19.25
 */
export function daysToCome({ start, end }: Period, { day, rest }: Now): number {
  return Math.max(0, end - Math.max(start, day) - (day < start ? 0 : 1 - rest));
}
