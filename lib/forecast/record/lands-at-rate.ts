import type { WonDays } from './won-days';

/** A period, and the day at whose beginning it is looked at. Days since 1970-01-01, `end` outside. */
export interface PeriodAt {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
}

/**
 * What a period lands if won value goes on coming as in the last so many days; where fewer have passed since the first
 * win, as in those.
 *
 * @param days Days of the pace, and of how many at least it must be made up.
 * @returns `undefined` where there are fewer.
 */
export function landsAtRate(
  { firstWin, between }: WonDays,
  { start, end, asOf }: PeriodAt,
  days: { readonly most: number; readonly least: number },
): number | undefined {
  const length = Math.min(days.most, asOf - firstWin);
  if (length < Math.max(1, days.least)) return undefined;
  const left = end - Math.max(start, asOf);
  return between(start, Math.min(end, asOf)) + (between(asOf - length, asOf) / length) * Math.max(0, left);
}
