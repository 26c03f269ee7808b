interface Series {
  readonly firstDay: number;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Only days `from` (inside) to `until` (outside) count. */
  readonly from: number;
  readonly until: number;
  /** Events that "this weekday is like any other" weighs. */
  readonly prior: number;
}

/**
 * How many times as many events a weekday brings as are expected on it, Thursday first (day 0 was a Thursday). Each is
 * drawn to 1 by prior events; their mean, weighed by what is expected, is 1.
 */
export function weekdayFactors({ firstDay, observed, expected, from, until, prior }: Series): Float64Array {
  const seen = new Float64Array(7);
  const awaited = new Float64Array(7);
  for (let day = from; day < until; day += 1) {
    seen[day % 7] = (seen[day % 7] ?? 0) + (observed[day - firstDay] ?? 0);
    awaited[day % 7] = (awaited[day % 7] ?? 0) + (expected[day - firstDay] ?? 0);
  }
  const totalSeen = seen.reduce((sum, one) => sum + one, 0);
  const total = awaited.reduce((sum, one) => sum + one, 0);
  if (totalSeen === 0 || total === 0) return new Float64Array(7).fill(1);
  const scale = totalSeen / total;
  const raw = seen.map((events, weekday) => (events + prior) / (scale * (awaited[weekday] ?? 0) + prior));
  const mean = raw.reduce((sum, factor, weekday) => sum + (factor * (awaited[weekday] ?? 0)) / total, 0);
  return raw.map((factor) => factor / mean);
}
