import { eachMetric } from './each-metric';
import type { Counts } from './metrics';

/** A wider scope without a narrower one that lies in it. */
export function without(all: Counts, part: Counts): Counts {
  return eachMetric((metric) => {
    const n = all[metric].n - part[metric].n;
    // Sums of fractions leave dust where nothing is left.
    return { sum: n === 0 ? 0 : Math.max(0, all[metric].sum - part[metric].sum), n };
  });
}
