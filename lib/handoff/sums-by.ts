import { eachMetric } from './each-metric';
import { METRICS, type Counts, type Metric } from './metrics';
import type { Part } from './part';

/** Sums of what passes say of each share, by group. @param key By row the place of its group, -1 for none. */
export function sumsBy(
  { columns, rows, from, to }: Part,
  key: Int32Array,
  groups: number,
): readonly Counts[] {
  const [sums, ns] = [new Map<Metric, Float64Array>(), new Map<Metric, Int32Array>()];
  for (const metric of METRICS) {
    const [sum, n, scores] = [new Float64Array(groups), new Int32Array(groups), columns.scores[metric]];
    for (let at = from; at < to; at += 1) {
      const row = rows[at] ?? 0;
      const group = key[row] ?? -1;
      const score = scores[row] ?? NaN;
      if (group < 0 || Number.isNaN(score)) continue;
      sum[group] = (sum[group] ?? 0) + score;
      n[group] = (n[group] ?? 0) + 1;
    }
    sums.set(metric, sum);
    ns.set(metric, n);
  }
  return Array.from({ length: groups }, (_, group) =>
    eachMetric((metric) => ({ sum: sums.get(metric)?.[group] ?? 0, n: ns.get(metric)?.[group] ?? 0 })),
  );
}
