import { METRICS, type Counts, type Metric, type Scores } from './metrics';

/** Sums of what passes say of each share. */
export function countsOf(all: Iterable<Scores>): Counts {
  const counts = zeros();
  for (const one of all)
    for (const metric of METRICS) {
      const score = one[metric];
      if (score === null) continue;
      counts[metric].sum += score;
      counts[metric].n += 1;
    }
  return counts;
}

function zeros(): Record<Metric, { sum: number; n: number }> {
  const entries = METRICS.map((metric) => [metric, { sum: 0, n: 0 }] as const);
  return Object.fromEntries(entries) as ReturnType<typeof zeros>; // each metric once
}
