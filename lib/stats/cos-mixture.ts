import type { Distribution } from './weighted-sum';

/** One of the states of the world: its weight, and what holds in it. Weights add up to 1. */
export interface Level {
  readonly weight: number;
  /** Chance of each kind of values to be in the sum. */
  readonly chances: Float64Array;
  /** Expected number of further ones. */
  readonly further: number;
}

/** A sum whose parts are independent once the level is known. All values are >= 0. */
export interface MixedParts {
  readonly values: Float64Array;
  /** Values of one kind have one chance; absent: each is a kind of its own. */
  readonly kinds?: Int32Array;
  /** What a further one brings: each as likely as the other. */
  readonly sizes: Float64Array;
  readonly levels: readonly Level[];
}

interface CosOptions {
  /** The distribution is wanted from 0 to here; hardly anything may lie beyond. */
  readonly upTo: number;
  readonly points: number;
}

/** Terms of the cosine series. Cost 0.00 / 0.00 / 0.00 (see `Tuning` of the forecast). */
const TERMS = 200;
/** Parts whose own two points matter; the rest goes in by its first three cumulants. Cost 0.00 / 0.00 / 0.00. */
const LARGE = 64;
/** Coefficients below this share of the first say nothing any more. Cost 0.00 / 0.00 / 0.00. */
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
  { values, kinds = Int32Array.from(values, (_, at) => at), sizes, levels }: MixedParts,
  { upTo, points }: CosOptions,
): Distribution {
  const large = largest(values, kinds, levels);
  const powers = smallPowers(values, kinds, { large, count: levels[0]?.chances.length ?? 0 });
  const states = levels.map(({ weight, chances, further }) => ({
    weight,
    further: sizes.length > 0 ? further / sizes.length : 0,
    chances: Float64Array.from(large, (at) => chances[kinds[at] ?? 0] ?? 0),
    ...cumulants(chances, powers),
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

/** Of each kind the sums of the values, their squares and their cubes. */
type Powers = readonly [Float64Array, Float64Array, Float64Array];

/** Of all parts but the largest. */
function smallPowers(
  values: Float64Array,
  kinds: Int32Array,
  { large, count }: { large: Int32Array; count: number },
): Powers {
  const [first, second, third] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let next = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (at === large[next]) {
      next += 1;
      continue;
    }
    const v = values[at] ?? 0;
    const kind = kinds[at] ?? 0;
    first[kind] = (first[kind] ?? 0) + v;
    second[kind] = (second[kind] ?? 0) + v * v;
    third[kind] = (third[kind] ?? 0) + v * v * v;
  }
  return [first, second, third];
}

function cumulants(
  chances: Float64Array,
  [first, second, third]: Powers,
): { k1: number; k2: number; k3: number } {
  let [k1, k2, k3] = [0, 0, 0];
  for (let kind = 0; kind < chances.length; kind += 1) {
    const p = chances[kind] ?? 0;
    k1 += p * (first[kind] ?? 0);
    k2 += p * (1 - p) * (second[kind] ?? 0);
    k3 += p * (1 - p) * (1 - 2 * p) * (third[kind] ?? 0);
  }
  return { k1, k2, k3 };
}

/** The parts of the largest variance at the heaviest level, in their order; of equal ones the first. */
function largest(values: Float64Array, kinds: Int32Array, levels: readonly Level[]): Int32Array {
  if (values.length <= LARGE) return Int32Array.from(values, (_, at) => at);
  const heaviest = levels.reduce((best, level) => (level.weight > best.weight ? level : best));
  const spread = heaviest.chances.map((p) => p * (1 - p));
  const kept: { at: number; variance: number }[] = [];
  let least = -1;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const variance = value * value * (spread[kinds[at] ?? 0] ?? 0);
    if (kept.length === LARGE && !(variance > least)) continue;
    // Few parts come this far: kept are the largest so far, the largest first.
    let place = kept.length;
    while (place > 0 && (kept[place - 1]?.variance ?? 0) < variance) place -= 1;
    kept.splice(place, 0, { at, variance });
    if (kept.length > LARGE) kept.pop();
    least = kept.at(-1)?.variance ?? -1;
  }
  return Int32Array.from(kept, ({ at }) => at).sort();
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
