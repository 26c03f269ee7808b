import { cholesky } from '../stats/cholesky';
import { solveLower } from '../stats/solve-lower';
import { solveUpper } from '../stats/solve-upper';

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
export function monthLevels(
  counts: readonly MonthCount[],
  wanted: readonly number[],
  prior: LevelPrior,
): readonly MonthLevel[] {
  const used = counts.filter(({ expected }) => expected > 0).slice(-MOST_MONTHS);
  if (used.length === 0) return wanted.map(() => ({ log: 0, variance: prior.common ** 2 }));
  const months = used.map(({ month }) => month);
  const logs = Float64Array.from(used, ({ observed, expected }) =>
    Math.log((observed + 0.5) / (expected + 0.5)),
  );
  const noise = Float64Array.from(
    used,
    ({ observed, expected, days }) => 1 / (0.5 * (observed + expected) + 0.5) + DAY_SPREAD ** 2 / days,
  );
  // Within one year no month comes twice: nothing could be learned about months of the year.
  const year = used.length > 12 ? prior.year : ([[0, 1]] as const);
  const forgotten = Float64Array.from({ length: MOST_MONTHS + 64 }, (_, apart) =>
    Math.exp(-apart / prior.driftMonths),
  );
  const all: Fit[] = [];
  for (const [q, wq] of prior.quarter)
    for (const [y, wy] of year)
      for (const [d, wd] of prior.drift)
        for (const [m, wm] of prior.month) {
          const spreads = {
            common: prior.common ** 2,
            quarter: q ** 2,
            year: y ** 2,
            drift: d ** 2,
            own: m ** 2,
            forgotten,
          };
          const fitted = fit({ months, logs, noise, wanted }, spreads);
          if (fitted !== undefined)
            all.push({ ...fitted, evidence: fitted.evidence + Math.log(wq * wy * wd * wm) });
        }
  return average(all, wanted.length);
}

const MOST_MONTHS = 36;

interface Fit {
  readonly evidence: number;
  readonly logs: Float64Array;
  /** Of the first wanted month. */
  readonly variance: number;
}

interface Seen {
  readonly months: readonly number[];
  readonly logs: Float64Array;
  readonly noise: Float64Array;
  readonly wanted: readonly number[];
}

interface Spreads {
  readonly common: number;
  readonly quarter: number;
  readonly year: number;
  readonly drift: number;
  readonly own: number;
  readonly forgotten: Float64Array;
}

function kernel(a: number, b: number, { common, quarter, year, drift, own, forgotten }: Spreads): number {
  const apart = Math.abs(a - b);
  let shared = common + drift * (forgotten[apart] ?? 0);
  if (apart % 3 === 0) shared += quarter;
  if (apart % 12 === 0) shared += year;
  return apart === 0 ? shared + own : shared;
}

function fit({ months, logs, noise, wanted }: Seen, spreads: Spreads): Fit | undefined {
  const n = months.length;
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1)
      matrix[row * n + column] = kernel(months[row] ?? 0, months[column] ?? 0, spreads);
    matrix[row * n + row] = (matrix[row * n + row] ?? 0) + (noise[row] ?? 1);
  }
  const lower = cholesky(matrix, n);
  if (lower === undefined) return undefined;
  const half = solveLower(lower, logs);
  const solved = solveUpper(lower, half);
  let evidence = 0;
  for (let at = 0; at < n; at += 1)
    evidence -= 0.5 * (half[at] ?? 0) ** 2 + Math.log(lower[at * n + at] ?? 1);
  const first = wanted[0] ?? 0;
  const shared = solveLower(
    lower,
    Float64Array.from(months, (month) => kernel(first, month, spreads)),
  );
  return {
    evidence,
    logs: Float64Array.from(wanted, (month) =>
      months.reduce((sum, one, at) => sum + kernel(month, one, spreads) * (solved[at] ?? 0), 0),
    ),
    variance: shared.reduce((left, one) => left - one * one, kernel(first, first, spreads)),
  };
}

function average(all: readonly Fit[], wanted: number): readonly MonthLevel[] {
  const best = all.reduce((most, { evidence }) => Math.max(most, evidence), -Infinity);
  const weights = all.map(({ evidence }) => Math.exp(evidence - best));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return Array.from({ length: wanted }, (_, at) => {
    const mean = all.reduce((sum, { logs }, one) => sum + ((weights[one] ?? 0) * (logs[at] ?? 0)) / total, 0);
    const variance = all.reduce(
      (sum, { logs, variance: own }, one) =>
        sum + ((weights[one] ?? 0) * (own + ((logs[at] ?? 0) - mean) ** 2)) / total,
      0,
    );
    return { log: mean, variance };
  });
}
