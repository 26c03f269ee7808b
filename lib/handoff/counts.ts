import { METRICS, type Counts, type Metric, type Scores } from './scores';

/** Sums of what passes say of each share. */
export function countsOf(all: Iterable<Scores>): Counts {
  const counts = mapped(() => ({ sum: 0, n: 0 }));
  for (const one of all)
    for (const metric of METRICS) {
      const score = one[metric];
      if (score === null) continue;
      counts[metric].sum += score;
      counts[metric].n += 1;
    }
  return counts;
}

/** A wider scope without a narrower one that lies in it. */
export function without(all: Counts, part: Counts): Counts {
  return mapped((metric) => ({
    // Sums of fractions leave dust where nothing is left.
    sum: Math.max(0, all[metric].n === part[metric].n ? 0 : all[metric].sum - part[metric].sum),
    n: all[metric].n - part[metric].n,
  }));
}

function mapped<Value>(of: (metric: Metric) => Value): Record<Metric, Value> {
  return Object.fromEntries(METRICS.map((metric) => [metric, of(metric)])) as Record<Metric, Value>; // each metric once
}
