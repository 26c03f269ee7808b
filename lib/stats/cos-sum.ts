import type { Distribution, SumParts } from './weighted-sum';

/** Terms of the cosine series. */
const TERMS = 200;
/** Parts whose own two points matter; the rest goes in by its first three cumulants. */
const LARGE = 64;

interface CosOptions {
  /** The distribution is wanted from 0 to here; hardly anything may lie beyond. */
  readonly upTo: number;
  readonly points: number;
}

/**
 * Distribution of a sum of independent two-point values and a compound Poisson stream, from its characteristic
 * function by the COS method (Fang & Oosterlee, SIAM J. Sci. Comput. 31, 2008). The many small parts enter by their
 * cumulants, which costs nothing that could be seen: each carries less variance than any of the 64 largest. Sums that
 * jump (a few large parts) are smoothed over about 1/200 of the range; for those there is `enumerateSum`.
 */
export function cosSum(
  { values, chances, further, sizes }: SumParts,
  { upTo, points }: CosOptions,
): Distribution {
  const order = largestFirst(values, chances);
  const large = order.subarray(0, LARGE);
  let [k1, k2, k3] = [0, 0, 0];
  for (let at = LARGE; at < order.length; at += 1) {
    const p = chances[order[at] ?? 0] ?? 0;
    const v = values[order[at] ?? 0] ?? 0;
    k1 += p * v;
    k2 += p * (1 - p) * v * v;
    k3 += p * (1 - p) * (1 - 2 * p) * v * v * v;
  }
  // The range begins below 0, so that a jump at 0 is well inside.
  const from = -0.06 * upTo;
  const width = upTo * 1.02 - from;
  const coefficient = new Float64Array(TERMS);
  for (let term = 0; term < TERMS; term += 1) {
    const u = (term * Math.PI) / width;
    let re = 1;
    let im = 0;
    for (const at of large) {
      const p = chances[at] ?? 0;
      const angle = u * (values[at] ?? 0);
      const [x, y] = [1 - p + p * Math.cos(angle), p * Math.sin(angle)];
      [re, im] = [re * x - im * y, re * y + im * x];
    }
    let [streamRe, streamIm] = [0, 0];
    for (const size of sizes) {
      streamRe += Math.cos(u * size) - 1;
      streamIm += Math.sin(u * size);
    }
    const share = sizes.length > 0 ? further / sizes.length : 0;
    const scale = Math.exp(share * streamRe - (u * u * k2) / 2);
    const turn = share * streamIm + u * k1 - (u * u * u * k3) / 6 - u * from;
    // An exponential filter takes the ringing of jumps away.
    const filter = Math.exp(-10 * (term / TERMS) ** 4);
    coefficient[term] = (2 / width) * filter * scale * (re * Math.cos(turn) - im * Math.sin(turn));
  }
  return { step: upTo / (points - 1), cdf: cumulate(coefficient, { from, width, upTo, points }) };
}

function largestFirst(values: Float64Array, chances: Float64Array): Int32Array {
  const variance = values.map((value, at) => value * value * (chances[at] ?? 0) * (1 - (chances[at] ?? 0)));
  const order = Int32Array.from(values, (_, at) => at);
  return values.length <= LARGE
    ? order
    : order.sort((a, b) => (variance[b] ?? 0) - (variance[a] ?? 0) || a - b);
}

interface Grid {
  readonly from: number;
  readonly width: number;
  readonly upTo: number;
  readonly points: number;
}

function cumulate(coefficient: Float64Array, { from, width, upTo, points }: Grid): Float64Array {
  const cdf = new Float64Array(points);
  let highest = 0;
  for (let point = 0; point < points; point += 1) {
    const at = (point * upTo) / (points - 1) - from;
    let sum = ((coefficient[0] ?? 0) / 2) * at;
    // sin(n a) by recurrence: one sine and one cosine a point.
    const angle = (Math.PI * at) / width;
    const twice = 2 * Math.cos(angle);
    let [before, sine] = [0, Math.sin(angle)];
    for (let term = 1; term < coefficient.length; term += 1) {
      sum += (coefficient[term] ?? 0) * (width / (term * Math.PI)) * sine;
      [before, sine] = [sine, twice * sine - before];
    }
    highest = Math.max(highest, Math.min(1, sum));
    cdf[point] = highest;
  }
  cdf[points - 1] = 1;
  return cdf;
}
