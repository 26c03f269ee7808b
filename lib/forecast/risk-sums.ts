import type { Exposure } from './exposure';
import { fading } from './fading';

/** Deal days at risk by cell and weekday, `[cell * 7 + day % 7]`. */
export interface RiskSums {
  /** Older days weigh less. */
  readonly faded: Float64Array;
  /** All days weigh the same. */
  readonly plain: Float64Array;
}

interface Window {
  /** Days `from` (inside) to `until` (outside). */
  readonly from: number;
  readonly until: number;
  readonly halfLife: number;
}

/** Sums who was at risk: one pass, from which any factors of the weekday can be applied afterwards. */
export function riskSums(exposure: Exposure, { from, until, halfLife }: Window): RiskSums {
  const { firstDay, days, cells, atRisk, usedFrom, usedUntil } = exposure;
  const end = Math.min(days, until - firstDay);
  const start = Math.max(0, from - firstDay);
  const weight = fading(end, halfLife);
  const faded = new Float64Array(cells * 7);
  const plain = new Float64Array(cells * 7);
  for (let cell = 0; cell < cells; cell += 1) {
    const row = cell * days;
    const last = Math.min(end, usedUntil[cell] ?? end);
    const first = Math.max(start, usedFrom[cell] ?? 0);
    for (let day = first; day < last; day += 1) {
      const here = atRisk[row + day] ?? 0;
      const to = cell * 7 + ((firstDay + day) % 7);
      plain[to] = (plain[to] ?? 0) + here;
      faded[to] = (faded[to] ?? 0) + here * (weight[day] ?? 0);
    }
  }
  return { faded, plain };
}
