import { eachMetric } from './each-metric';
import { METRICS, type Counts, type Metric } from './metrics';
import type { Part } from './part';

/**
 * Sums of what passes say of each share, by group.
 *
 * @param keys See `split`.
 * @returns A function of the group: of ten thousand of them none is kept longer than it is asked for.
 */
export function sumsBy(
  { columns, rows, from, to }: Part,
  keys: readonly Int32Array[],
  groups: number,
): (group: number) => Counts {
  const sums = new Map<Metric, Float64Array>();
  const numbers = new Map<Metric, Int32Array>();
  for (const metric of METRICS) {
    const scores = columns.scores[metric];
    const sum = new Float64Array(groups);
    const n = new Int32Array(groups);
    // Row by row, for who is in several groups as well: sums of fractions have the digits of their order.
    for (let at = from; at < to; at += 1) {
      const row = rows[at] ?? 0;
      const score = scores[row] ?? NaN;
      if (Number.isNaN(score)) continue;
      for (const key of keys) {
        const group = key[row] ?? -1;
        if (group < 0) continue;
        sum[group] = (sum[group] ?? 0) + score;
        n[group] = (n[group] ?? 0) + 1;
      }
    }
    sums.set(metric, sum);
    numbers.set(metric, n);
  }
  return (group) =>
    eachMetric((metric) => ({ sum: sums.get(metric)?.[group] ?? 0, n: numbers.get(metric)?.[group] ?? 0 }));
}
