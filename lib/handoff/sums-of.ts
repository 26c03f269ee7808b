import { eachMetric } from './each-metric';
import type { Counts } from './metrics';
import type { Part } from './part';

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
