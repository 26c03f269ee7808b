import { monthNumbers } from '../calendar/month-numbers';
import { type LevelPrior, type MonthCount, monthLevels } from './month-levels';

interface Series {
  readonly firstDay: number;
  /** Events by day, from `firstDay` on. */
  readonly observed: Float64Array;
  /** What is expected of each day before its factor. */
  readonly expected: Float64Array;
  /** Days of the past that were watched: `from` (inside) to `until` (outside). */
  readonly from: number;
  readonly until: number;
}

/**
 * Multiplies the factors of the days to come by the level that their month is expected to have.
 *
 * @param factors Of each day from `firstDay` on; changed in place.
 * @returns Variance of the logarithm of the level of the month that `until` lies in.
 */
export function addMonthLevels(
  factors: Float64Array,
  { firstDay, observed, expected, from, until }: Series,
  prior: LevelPrior,
): number {
  const counts = new Map<number, { -readonly [field in keyof MonthCount]: MonthCount[field] }>();
  const months = monthNumbers(firstDay, factors.length);
  for (let at = from - firstDay; at < until - firstDay; at += 1) {
    const month = months[at] ?? 0;
    let so = counts.get(month);
    if (so === undefined) counts.set(month, (so = { month, observed: 0, expected: 0, days: 0 }));
    so.days += 1;
    so.observed += observed[at] ?? 0;
    so.expected += (expected[at] ?? 0) * (factors[at] ?? 1);
  }
  const first = months[until - firstDay];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return 0;
  const wanted = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const levels = monthLevels([...counts.values()], wanted, prior);
  for (let at = until - firstDay; at < factors.length; at += 1) {
    factors[at] = (factors[at] ?? 1) * Math.exp(levels[(months[at] ?? first) - first]?.log ?? 0);
  }
  return levels[0]?.variance ?? 0;
}
