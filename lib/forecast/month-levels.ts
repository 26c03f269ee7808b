import { cholesky } from '../stats/cholesky';
import { solveLower } from '../stats/solve-lower';
import { solveUpper } from '../stats/solve-upper';
import { type ChangePrior, type LevelChange, levelChanges } from './level-changes';

/** What a month brought against what was expected of it. */
export interface MonthCount {
  /** Months since January 1970. */
  readonly month: number;
  readonly observed: number;
  readonly expected: number;
  /** Days of it that were watched. */
  readonly days: number;
}

/** How far a month is from what is expected of it, in the logarithm. */
export interface MonthLevel {
  readonly log: number;
  readonly variance: number;
}

/** Spreads of the effects, in the logarithm. Each combination is weighed by how well it explains the past. */
export interface LevelPrior extends ChangePrior {
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
  /** Spread of one day beyond chance: a month of which one day was seen says little. */
  readonly daySpread: number;
}

/**
 * Level of each wanted month against what is expected: common level, slow drift, month of the quarter and of the year,
 * and the month's own, as one Gaussian process over the logarithms of observed / expected, and beside it perhaps one
 * change that lasts. How strong each effect is is learned: predictions are averaged over a grid of strengths by marginal
 * likelihood, with most prior weight on none. Without lasting changes the months before one would be taken for months of
 * the quarter. (Rasmussen & Williams, Gaussian Processes for Machine Learning, 2.2, 2.7 and 5.2.)
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
    ({ observed, expected, days }) => 1 / (0.5 * (observed + expected) + 0.5) + prior.daySpread ** 2 / days,
  );
  // Within one year no month comes twice: nothing could be learned about months of the year.
  const year = used.length > 12 ? prior.year : ([[0, 1]] as const);
  const forgotten = Float64Array.from({ length: MOST_MONTHS + 64 }, (_, apart) =>
    Math.exp(-apart / prior.driftMonths),
  );
  const changes = levelChanges(months, wanted, prior);
  const all: Fit[] = [];
  let best = -Infinity;
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
          const weight = wq * wy * wd * wm;
          for (const one of fits({ months, logs, noise, wanted, changes }, spreads, { best, weight })) {
            best = Math.max(best, one.evidence);
            all.push(one);
          }
        }
  return average(all, wanted.length);
}

/** Months that are looked at. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const MOST_MONTHS = 36;
/** Explanations whose log likelihood is so far below the best one's say nothing. Cost 0.00 / 0.00 / 0.00. */
const HARDLY_LIKELY = 14;

/** One explanation of the past: `logs`, and `size` times the shape of a change that lasts. */
interface Fit {
  readonly evidence: number;
  readonly logs: Float64Array;
  readonly size: number;
  readonly shape: Float64Array;
  /** Of the first wanted month. */
  readonly variance: number;
}

interface Seen {
  readonly months: readonly number[];
  readonly logs: Float64Array;
  readonly noise: Float64Array;
  readonly wanted: readonly number[];
  readonly changes: readonly LevelChange[];
}

interface Spreads {
  readonly common: number;
  readonly quarter: number;
  readonly year: number;
  readonly drift: number;
  readonly own: number;
  readonly forgotten: Float64Array;
}

/** What two months share, by how many months they are apart. */
function kernelOf(length: number, { common, quarter, year, drift, own, forgotten }: Spreads): Float64Array {
  return Float64Array.from({ length }, (_, apart) => {
    const periodic = (apart % 3 === 0 ? quarter : 0) + (apart % 12 === 0 ? year : 0);
    return common + drift * (forgotten[apart] ?? 0) + periodic + (apart === 0 ? own : 0);
  });
}

/**
 * What one combination of spreads says: without a lasting change, and with each of them at each size. Explanations that
 * are hardly likely beside the best one so far are left out before anything is predicted from them.
 */
function fits(
  { months, logs, noise, wanted, changes }: Seen,
  spreads: Spreads,
  { best, weight }: { readonly best: number; readonly weight: number },
): readonly Fit[] {
  const n = months.length;
  const first = months[0] ?? 0;
  const kernel = kernelOf(Math.max(months[n - 1] ?? 0, wanted.at(-1) ?? 0) - first + 1, spreads);
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const month = months[row] ?? 0;
    for (let column = 0; column <= row; column += 1)
      matrix[row * n + column] = kernel[month - (months[column] ?? 0)] ?? 0;
    matrix[row * n + row] = (matrix[row * n + row] ?? 0) + (noise[row] ?? 1);
  }
  const lower = cholesky(matrix, n);
  if (lower === undefined) return [];
  const half = solveLower(lower, logs);
  let evidence = Math.log(weight) - 0.5 * dot(half, half);
  for (let at = 0; at < n; at += 1) evidence -= Math.log(lower[at * n + at] ?? 1);
  const unlikely = changes.reduce((sum, one) => sum + weightOf(one), 0);
  const plain = evidence + Math.log(1 - unlikely);
  // A change is a shape times a normal size: a step of rank one from what is known without it.
  const grown = changes.map(({ seen, ahead, sizes }) => {
    const halfSeen = solveLower(lower, seen);
    const length = dot(halfSeen, halfSeen);
    const along = dot(halfSeen, half);
    return {
      halfSeen,
      ahead,
      sizes: sizes.map(([spread, share]) => {
        const by = 1 + spread * length;
        const size = (spread * along) / by;
        const gain = 0.5 * size * along - 0.5 * Math.log(by) + Math.log(share);
        return { size, evidence: evidence + gain, narrow: spread / by };
      }),
    };
  });
  const least =
    grown.reduce(
      (most, { sizes }) => sizes.reduce((high, one) => Math.max(high, one.evidence), most),
      Math.max(best, plain),
    ) - HARDLY_LIKELY;
  const likely = grown.filter(({ sizes }) => sizes.some((one) => one.evidence >= least));
  if (plain < least && likely.length === 0) return [];

  const toWanted = wanted.map((month) => {
    const shared = new Float64Array(n);
    for (let at = 0; at < n; at += 1) shared[at] = kernel[Math.abs(month - (months[at] ?? 0))] ?? 0;
    return shared;
  });
  const mapped = (through: Float64Array): Float64Array => {
    const out = new Float64Array(toWanted.length);
    for (let at = 0; at < out.length; at += 1) out[at] = dot(toWanted[at] ?? through, through);
    return out;
  };
  const expected = mapped(solveUpper(lower, half));
  const toFirst = solveLower(lower, toWanted[0] ?? new Float64Array(n));
  const variance = (kernel[0] ?? 0) - dot(toFirst, toFirst);
  const all: Fit[] = [{ evidence: plain, logs: expected, size: 0, shape: expected, variance }];
  for (const { halfSeen, ahead, sizes } of likely) {
    const shape = mapped(solveUpper(lower, halfSeen));
    for (let at = 0; at < shape.length; at += 1) shape[at] = (ahead[at] ?? 0) - (shape[at] ?? 0);
    for (const one of sizes)
      all.push({
        evidence: one.evidence,
        logs: expected,
        size: one.size,
        shape,
        variance: variance + one.narrow * (shape[0] ?? 0) ** 2,
      });
  }
  return all;
}

function weightOf({ sizes }: LevelChange): number {
  return sizes.reduce((sum, [, weight]) => sum + weight, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function average(all: readonly Fit[], wanted: number): readonly MonthLevel[] {
  const best = all.reduce((most, { evidence }) => Math.max(most, evidence), -Infinity);
  const mean = new Float64Array(wanted);
  const square = new Float64Array(wanted);
  let [total, own] = [0, 0];
  for (const { evidence, logs, size, shape, variance } of all) {
    if (evidence < best - HARDLY_LIKELY) continue;
    const weight = Math.exp(evidence - best);
    total += weight;
    own += weight * variance;
    for (let at = 0; at < wanted; at += 1) {
      const log = (logs[at] ?? 0) + size * (shape[at] ?? 0);
      mean[at] = (mean[at] ?? 0) + weight * log;
      square[at] = (square[at] ?? 0) + weight * log * log;
    }
  }
  return Array.from(mean, (sum, at) => {
    const log = sum / total;
    return { log, variance: own / total + Math.max(0, (square[at] ?? 0) / total - log * log) };
  });
}
