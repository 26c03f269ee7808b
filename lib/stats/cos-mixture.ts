import type { Distribution } from './weighted-sum';

/** One of the states of the world: its weight, and what holds in it. Weights add up to 1. */
export interface Level {
  readonly weight: number;
  /** Chance of each value to be in the sum. */
  readonly chances: Float64Array;
  /** Expected number of further ones. */
  readonly further: number;
}

/** A sum whose parts are independent once the level is known. All values are >= 0. */
export interface MixedParts {
  readonly values: Float64Array;
  /** What a further one brings: each as likely as the other. */
  readonly sizes: Float64Array;
  readonly levels: readonly Level[];
}

interface CosOptions {
  /** The distribution is wanted from 0 to here; hardly anything may lie beyond. */
  readonly upTo: number;
  readonly points: number;
}

/** Terms of the cosine series. */
const TERMS = 200;
/** Parts whose own two points matter; the rest goes in by its first three cumulants. */
const LARGE = 64;
/** Coefficients below this share of the first say nothing any more. */
const NOTHING = 1e-9;

/**
 * Distribution of a sum of two-point values and a compound Poisson stream over several levels, from its characteristic
 * function by the COS method (Fang & Oosterlee, SIAM J. Sci. Comput. 31, 2008). The mixture's characteristic function
 * is the mean of the levels', so one series is enough, and what depends on values alone is computed once for all. The
 * many small parts enter by their cumulants, which costs nothing that could be seen: each carries less variance than any
 * of the 64 largest. Sums that jump (a few large parts) are smoothed over about 1/200 of the range; for those there is
 * `enumerateSum`.
 */
export function cosMixture(
  { values, sizes, levels }: MixedParts,
  { upTo, points }: CosOptions,
): Distribution {
  const order = largestFirst(values, levels);
  const large = order.subarray(0, LARGE);
  const states = levels.map(({ weight, chances, further }) => ({
    weight,
    further: sizes.length > 0 ? further / sizes.length : 0,
    chances: Float64Array.from(large, (at) => chances[at] ?? 0),
    ...cumulants({ values, chances, order }),
  }));
  const big = Float64Array.from(large, (at) => values[at] ?? 0);
  // The range begins below 0, so that a jump at 0 is well inside.
  const from = -0.06 * upTo;
  const width = upTo * 1.02 - from;
  const coefficient = new Float64Array(TERMS);
  const cosine = new Float64Array(big.length);
  const sine = new Float64Array(big.length);
  let terms = 0;
  for (let term = 0, silent = 0; term < TERMS && silent < 8; term += 1) {
    const u = (term * Math.PI) / width;
    for (let at = 0; at < big.length; at += 1) {
      cosine[at] = Math.cos(u * (big[at] ?? 0));
      sine[at] = Math.sin(u * (big[at] ?? 0));
    }
    let [streamRe, streamIm] = [0, 0];
    for (const size of sizes) {
      streamRe += Math.cos(u * size) - 1;
      streamIm += Math.sin(u * size);
    }
    let real = 0;
    let most = 0;
    for (const { weight, further, chances, k1, k2, k3 } of states) {
      let re = weight * Math.exp(further * streamRe - (u * u * k2) / 2);
      let im = 0;
      for (
        let at = 0;
        at < chances.length && (re > NOTHING || im > NOTHING || -re > NOTHING || -im > NOTHING);
        at += 1
      ) {
        const p = chances[at] ?? 0;
        const x = 1 - p + p * (cosine[at] ?? 1);
        const y = p * (sine[at] ?? 0);
        [re, im] = [re * x - im * y, re * y + im * x];
      }
      const turn = further * streamIm + u * k1 - (u * u * u * k3) / 6 - u * from;
      real += re * Math.cos(turn) - im * Math.sin(turn);
      most = Math.max(most, Math.abs(re), Math.abs(im));
    }
    // An exponential filter takes the ringing of jumps away.
    coefficient[term] = (2 / width) * Math.exp(-10 * (term / TERMS) ** 4) * real;
    terms = term + 1;
    silent = most < NOTHING ? silent + 1 : 0;
  }
  return {
    step: upTo / (points - 1),
    cdf: cumulate(coefficient.subarray(0, terms), { from, width, upTo, points }),
  };
}

interface Small {
  readonly values: Float64Array;
  readonly chances: Float64Array;
  readonly order: Int32Array;
}

/** Of all parts but the largest. */
function cumulants({ values, chances, order }: Small): { k1: number; k2: number; k3: number } {
  let [k1, k2, k3] = [0, 0, 0];
  for (let at = LARGE; at < order.length; at += 1) {
    const p = chances[order[at] ?? 0] ?? 0;
    const v = values[order[at] ?? 0] ?? 0;
    k1 += p * v;
    k2 += p * (1 - p) * v * v;
    k3 += p * (1 - p) * (1 - 2 * p) * v * v * v;
  }
  return { k1, k2, k3 };
}

/** By variance at the heaviest level. */
function largestFirst(values: Float64Array, levels: readonly Level[]): Int32Array {
  const order = Int32Array.from(values, (_, at) => at);
  if (values.length <= LARGE) return order;
  const heaviest = levels.reduce((best, level) => (level.weight > best.weight ? level : best));
  const variance = values.map((value, at) => {
    const p = heaviest.chances[at] ?? 0;
    return value * value * p * (1 - p);
  });
  // Only which ones are the 64 largest matters, not the order of the rest.
  const least = Float64Array.from(variance).sort()[values.length - LARGE] ?? 0;
  const above = order.filter((at) => (variance[at] ?? 0) > least);
  const equal = order.filter((at) => variance[at] === least);
  const below = order.filter((at) => (variance[at] ?? 0) < least);
  const sorted = new Int32Array(order.length);
  sorted.set(above);
  sorted.set(equal, above.length);
  sorted.set(below, above.length + equal.length);
  return sorted;
}

interface Grid {
  readonly from: number;
  readonly width: number;
  readonly upTo: number;
  readonly points: number;
}

function cumulate(coefficient: Float64Array, { from, width, upTo, points }: Grid): Float64Array {
  const cdf = new Float64Array(points);
  const weight = coefficient.map((one, term) => (term === 0 ? one / 2 : one * (width / (term * Math.PI))));
  let highest = 0;
  for (let point = 0; point < points; point += 1) {
    const at = (point * upTo) / (points - 1) - from;
    let sum = (weight[0] ?? 0) * at;
    // sin(n a) by recurrence: one sine and one cosine a point.
    const angle = (Math.PI * at) / width;
    const twice = 2 * Math.cos(angle);
    let before = 0;
    let sine = Math.sin(angle);
    for (let term = 1; term < weight.length; term += 1) {
      sum += (weight[term] ?? 0) * sine;
      const next = twice * sine - before;
      before = sine;
      sine = next;
    }
    highest = Math.max(highest, Math.min(1, sum));
    cdf[point] = highest;
  }
  cdf[points - 1] = 1;
  return cdf;
}
