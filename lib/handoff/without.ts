import { METRICS, type Counts } from './metrics';
import type { Count } from './rate';

/** A wider scope without a narrower one that lies in it. */
export function without(all: Counts, part: Counts): Counts {
  const rest = METRICS.map((metric) => [metric, less(all[metric], part[metric])]);
  return Object.fromEntries(rest) as Counts; // each metric once
}

function less(all: Count, part: Count): Count {
  const n = all.n - part.n;
  // Sums of fractions leave dust where nothing is left.
  return { sum: n === 0 ? 0 : Math.max(0, all.sum - part.sum), n };
}
