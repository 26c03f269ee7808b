import { cholesky } from '../stats/cholesky';
import { solveLower } from '../stats/solve-lower';

/** What a month brought against what was expected of it. */
export interface MonthCount {
  /** Months since January 1970. */
  readonly month: number;
  readonly observed: number;
  readonly expected: number;
  /** Days of it that were watched. */
  readonly days: number;
}

/** Days differ by more than chance: a month of which one day was seen says little. In the logarithm, of one day. */
const DAY_SPREAD = 0.6;

/** How far a month is from what is expected of it, in the logarithm. */
export interface MonthLevel {
  readonly log: number;
  readonly variance: number;
}

/** Spreads of the effects, in the logarithm. Each combination is weighed by how well it explains the past. */
export interface LevelPrior {
  /** Month of the quarter, shared by all quarters. */
  readonly quarter: readonly (readonly [spread: number, weight: number])[];
  /** Month of the year, shared by all years. */
  readonly year: readonly (readonly [spread: number, weight: number])[];
  /** Slow drift. */
  readonly drift: readonly (readonly [spread: number, weight: number])[];
  /** What belongs to one month alone. */
  readonly month: readonly (readonly [spread: number, weight: number])[];
  /** Months over which drift is forgotten. */
  readonly driftMonths: number;
  /** Of the common level: what is expected was fitted on the same months. */
  readonly common: number;
}

/**
 * Level of each wanted month against what is expected: common level, slow drift, month of the quarter and of the year,
 * and the month's own, as one Gaussian process over the logarithms of observed / expected. How strong each effect is
 * is learned: predictions are averaged over a grid of strengths by marginal likelihood, with most prior weight on none.
 * (Rasmussen & Williams, Gaussian Processes for Machine Learning, 2.2 and 5.2.)
 *
 * @param counts Months seen; the last may be incomplete.
 */
export function monthLevels(counts: readonly MonthCount[], wanted: readonly number[], prior: LevelPrior): readonly MonthLevel[] {
  const used = counts.filter(({ expected }) => expected > 0);
  const months = used.map(({ month }) => month);
  const n = used.length;
  const logs = Float64Array.from(used, ({ observed, expected }) => Math.log((observed + 0.5) / (expected + 0.5)));
  const noise = used.map(({ observed, expected, days }) => 1 / (0.5 * (observed + expected) + 0.5) + DAY_SPREAD ** 2 / days);
  const all: { readonly evidence: number; readonly levels: readonly MonthLevel[] }[] = [];
  for (const [quarter, wq] of prior.quarter)
    for (const [year, wy] of prior.year)
      for (const [drift, wd] of prior.drift)
        for (const [own, wm] of prior.month) {
          const kernel = (a: number, b: number): number =>
            prior.common ** 2 +
            drift ** 2 * Math.exp(-Math.abs(a - b) / prior.driftMonths) +
            (a % 3 === b % 3 ? quarter ** 2 : 0) +
            (a % 12 === b % 12 ? year ** 2 : 0) +
            (a === b ? own ** 2 : 0);
          const matrix = new Float64Array(n * n);
          for (let row = 0; row < n; row += 1)
            for (let column = 0; column <= row; column += 1)
              matrix[row * n + column] = kernel(months[row] ?? 0, months[column] ?? 0) + (row === column ? (noise[row] ?? 1) : 0);
          const lower = cholesky(matrix, n);
          if (lower === undefined) continue;
          const half = solveLower(lower, logs);
          let fit = Math.log(wq * wy * wd * wm);
          for (let at = 0; at < n; at += 1) fit -= 0.5 * (half[at] ?? 0) ** 2 + Math.log(lower[at * n + at] ?? 1);
          const levels = wanted.map((month) => {
            const shared = solveLower(lower, Float64Array.from(months, (one) => kernel(month, one)));
            return {
              log: shared.reduce((sum, one, at) => sum + one * (half[at] ?? 0), 0),
              variance: kernel(month, month) - shared.reduce((sum, one) => sum + one * one, 0),
            };
          });
          all.push({ evidence: fit, levels });
        }
  const best = Math.max(...all.map(({ evidence }) => evidence));
  const weights = all.map(({ evidence }) => Math.exp(evidence - best));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return wanted.map((_, at) => {
    const mean = all.reduce((sum, { levels }, one) => sum + ((weights[one] ?? 0) * (levels[at]?.log ?? 0)) / total, 0);
    const variance = all.reduce((sum, { levels }, one) => {
      const level = levels[at] ?? { log: 0, variance: 0 };
      return sum + ((weights[one] ?? 0) * (level.variance + (level.log - mean) ** 2)) / total;
    }, 0);
    return { log: mean, variance };
  });
}
