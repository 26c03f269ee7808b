import { METRICS, type Counts, type Metric } from './metrics';
import type { Part } from './part';
import type { Count } from './rate';

/** Sums of what the passes of one or several parts say of each share. */
export function sumsOf(...parts: readonly Part[]): Counts {
  return eachMetric((metric) => {
    let [sum, n] = [0, 0];
    for (const { columns, rows, from, to } of parts) {
      const scores = columns.scores[metric];
      for (let at = from; at < to; at += 1) {
        const score = scores[rows[at] ?? 0] ?? NaN;
        if (Number.isNaN(score)) continue;
        sum += score;
        n += 1;
      }
    }
    return { sum, n };
  });
}

/** The same by group. @param key By row the place of its group, -1 for none. */
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

/** A wider scope without a narrower one that lies in it. */
export function without(all: Counts, part: Counts): Counts {
  return eachMetric((metric) => {
    const n = all[metric].n - part[metric].n;
    // Sums of fractions leave dust where nothing is left.
    return { sum: n === 0 ? 0 : Math.max(0, all[metric].sum - part[metric].sum), n };
  });
}

function eachMetric(of: (metric: Metric) => Count): Counts {
  const counts: Partial<Record<Metric, Count>> = {};
  for (const metric of METRICS) counts[metric] = of(metric);
  return counts as Counts; // each metric once
}
