import { METRICS, type Counts, type Metric } from './metrics';
import type { Count } from './rate';

/** A count of each share. */
export function eachMetric(of: (metric: Metric) => Count): Counts {
  const counts: Partial<Record<Metric, Count>> = {};
  for (const metric of METRICS) counts[metric] = of(metric);
  return counts as Counts; // each metric once
}
