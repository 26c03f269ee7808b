interface Series {
  /** What each weekday has brought, and what was expected of it; Thursday first, as day 0 was one. */
  readonly seen: Float64Array;
  readonly awaited: Float64Array;
  /** Events that "this weekday is like any other" weighs. */
  readonly prior: number;
}

/**
 * How many times as many events a weekday brings as are expected on it. Each is drawn to 1 by prior events; their mean,
 * weighed by what is expected, is 1.
 */
export function weekdayFactors({ seen, awaited, prior }: Series): Float64Array {
  const totalSeen = seen.reduce((sum, one) => sum + one, 0);
  const total = awaited.reduce((sum, one) => sum + one, 0);
  if (totalSeen === 0 || total === 0) return new Float64Array(7).fill(1);
  const scale = totalSeen / total;
  const raw = seen.map((events, weekday) => (events + prior) / (scale * (awaited[weekday] ?? 0) + prior));
  const mean = raw.reduce((sum, factor, weekday) => sum + (factor * (awaited[weekday] ?? 0)) / total, 0);
  return raw.map((factor) => factor / mean);
}
