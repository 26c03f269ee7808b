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
  /** A change for good: months before it had a level of their own. Which month it came in is learned. */
  readonly shift: readonly (readonly [spread: number, weight: number])[];
  /** Months over which drift is forgotten. */
  readonly driftMonths: number;
  /** Of the common level: what is expected was fitted on the same months. */
  readonly common: number;
  /** Spread of one day beyond chance: a month of which one day was seen says little. */
  readonly daySpread: number;
}

/**
 * Level of each wanted month against what is expected: common level, slow drift, month of the quarter and of the year,
 * the month's own, and a change for good, as one Gaussian process over the logarithms of observed / expected. How strong
 * each effect is is learned: predictions are averaged over a grid of strengths by marginal likelihood, with most prior
 * weight on none. Without the change for good, a low month before it would be taken for a month of the quarter.
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
    ({ observed, expected, days }) => 1 / (0.5 * (observed + expected) + 0.5) + prior.daySpread ** 2 / days,
  );
  // Within one year no month comes twice: nothing could be learned about months of the year.
  const year = used.length > 12 ? prior.year : ([[0, 1]] as const);
  const forgotten = Float64Array.from({ length: MOST_MONTHS + 64 }, (_, apart) =>
    Math.exp(-apart / prior.driftMonths),
  );
  const shifts = shiftsOf(months, prior.shift);
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
          for (const { weight, ...shift } of shifts) {
            const fitted = fit({ months, logs, noise, wanted }, { ...spreads, ...shift });
            if (fitted !== undefined)
              all.push({ ...fitted, evidence: fitted.evidence + Math.log(wq * wy * wd * wm * weight) });
          }
        }
  return average(all, wanted.length);
}

const MOST_MONTHS = 36;
/** A change for good is looked for within so many months: what lies before has faded. */
const MONTHS_OF_SHIFT = 6;

interface Shift {
  /** Months before this one have a level of their own, with this variance. */
  readonly shiftAt: number;
  readonly shift: number;
}

/** None, and each month that such a change may have come in, each as likely as the other. */
function shiftsOf(
  months: readonly number[],
  strengths: LevelPrior['shift'],
): readonly (Shift & { readonly weight: number })[] {
  const at = months.slice(1).slice(-MONTHS_OF_SHIFT);
  return strengths.flatMap(([spread, weight]) =>
    spread === 0 || at.length === 0
      ? [{ shiftAt: 0, shift: 0, weight }]
      : at.map((shiftAt) => ({ shiftAt, shift: spread ** 2, weight: weight / at.length })),
  );
}

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

interface Spreads extends Shift {
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

function fit({ months, logs, noise, wanted }: Seen, spreads: Spreads): Fit | undefined {
  const n = months.length;
  const first = wanted[0] ?? 0;
  const kernel = kernelOf(Math.max(months[n - 1] ?? 0, wanted.at(-1) ?? 0) - (months[0] ?? 0) + 1, spreads);
  const { shiftAt, shift } = spreads;
  const shared = (a: number, b: number): number =>
    (kernel[Math.abs(a - b)] ?? 0) + (a < shiftAt && b < shiftAt ? shift : 0);
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const month = months[row] ?? 0;
    for (let column = 0; column <= row; column += 1)
      matrix[row * n + column] = shared(month, months[column] ?? 0);
    matrix[row * n + row] = (matrix[row * n + row] ?? 0) + (noise[row] ?? 1);
  }
  const lower = cholesky(matrix, n);
  if (lower === undefined) return undefined;
  const half = solveLower(lower, logs);
  const solved = solveUpper(lower, half);
  let evidence = 0;
  for (let at = 0; at < n; at += 1)
    evidence -= 0.5 * (half[at] ?? 0) ** 2 + Math.log(lower[at * n + at] ?? 1);
  const toFirst = solveLower(
    lower,
    Float64Array.from(months, (month) => shared(first, month)),
  );
  return {
    evidence,
    logs: Float64Array.from(wanted, (month) =>
      months.reduce((sum, one, at) => sum + shared(month, one) * (solved[at] ?? 0), 0),
    ),
    variance: toFirst.reduce((left, one) => left - one * one, shared(first, first)),
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
