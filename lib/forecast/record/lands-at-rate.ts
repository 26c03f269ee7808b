import { daysToCome } from '../../calendar/days-to-come';
import type { WonDays } from './won-days';

/** A period, and the day at whose beginning it is looked at. Days since 1970-01-01, `end` outside. */
export interface PeriodAt {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
  /** That day has begun: what was won on it so far is known, and this share of it, 0..1, is still to come. */
  readonly rest?: number;
}

/**
 * What a period lands if won value goes on coming as in the last so many days; where fewer have passed since the first
 * win, as in those. A day that has begun tells nothing of the pace.
 *
 * @param days Days of the pace, and of how many at least it must be made up.
 * @returns `undefined` where there are fewer.
 */
export function landsAtRate(
  { firstWin, between }: WonDays,
  { start, end, asOf, rest }: PeriodAt,
  days: { readonly most: number; readonly least: number },
): number | undefined {
  const length = Math.min(days.most, asOf - firstWin);
  if (length < Math.max(1, days.least)) return undefined;
  const left = daysToCome({ start, end }, { day: asOf, rest: rest ?? 1 });
  const known = rest === undefined ? asOf : asOf + 1;
  return between(start, Math.min(end, known)) + (between(asOf - length, asOf) / length) * left;
}
