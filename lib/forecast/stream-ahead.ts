import { addMonthLevels } from './add-month-levels';
import type { LevelPrior } from './month-levels';
import type { Tuning } from './tuning';
import { weekdayFactors } from './weekday-factors';

/** Events that come by themselves, day by day: new deals, or wins whatever the pipeline holds. */
interface Stream {
  readonly firstDay: number;
  /** Of each day from `firstDay` on. */
  readonly counts: Float64Array;
  /** Days `from` (inside) to `until` (outside) were watched and are known. */
  readonly from: number;
  readonly until: number;
  /** Last day asked about, plus one. */
  readonly horizon: number;
}

/**
 * Events to expect on each day from `until` to `horizon`: the faded rate, times the weekday's factor, times the level
 * that its month is expected to have.
 */
export function streamAhead(
  { firstDay, counts, from, until, horizon }: Stream,
  { halfLife, weekdayPrior }: Tuning,
  level: LevelPrior,
): Float64Array {
  const seen = new Float64Array(7);
  const days = new Float64Array(7);
  for (let day = from; day < until; day += 1) {
    seen[day % 7] = (seen[day % 7] ?? 0) + (counts[day - firstDay] ?? 0);
    days[day % 7] = (days[day % 7] ?? 0) + 1;
  }
  const weekday = weekdayFactors({ seen, awaited: days, prior: weekdayPrior });
  const factors = Float64Array.from(
    { length: horizon - firstDay },
    (_, at) => weekday[(firstDay + at) % 7] ?? 1,
  );
  let [events, awaited] = [0, 0];
  for (let day = from; day < until; day += 1) {
    const weight = 2 ** (-(until - 1 - day) / halfLife);
    events += weight * (counts[day - firstDay] ?? 0);
    awaited += weight * (factors[day - firstDay] ?? 1);
  }
  const rate = awaited > 0 ? events / awaited : 0;
  const expected = new Float64Array(until - firstDay).fill(rate);
  addMonthLevels(factors, { firstDay, observed: counts, expected, from, until }, level);
  return factors.subarray(until - firstDay).map((factor) => factor * rate);
}
