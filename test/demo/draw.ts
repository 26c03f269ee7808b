import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Weights<T extends string> = Readonly<Partial<Record<T, number>>>;

/** Random draws from one seeded stream: the same seed gives the same draws in the same order. */
export interface Draw {
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** Uniform in `[from, to)`. */
  between(from: number, to: number): number;
  /** Uniform integer, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** A key with a probability in proportion to its weight; weights of 0 or less are never drawn. */
  weighted<T extends string>(weights: Weights<T>): T;
  normal(): number;
  /** Log-normal with the given median; `sigma` is the spread of the logarithm. */
  logNormal(median: number, sigma: number): number;
}

/** Starts a stream of draws. */
export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  const unit = (): number => uniformFloat64(generator);
  const whole = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  // Box-Muller; 1 - unit() keeps the logarithm away from zero.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

  return {
    chance: (p) => unit() < p,
    between: (from, to) => from + unit() * (to - from),
    whole,
    pick(from) {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    weighted: (weights) => pickWeighted(weights, unit()),
    normal,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

function pickWeighted<T extends string>(weights: Weights<T>, at: number): T {
  const weightOf = (key: T): number => weights[key] ?? 0;
  const keys = Object.keys(weights) as T[]; // Object.keys forgets the key type
  const usable = keys.filter((key) => weightOf(key) > 0);
  let left = at * usable.reduce((sum, key) => sum + weightOf(key), 0);
  for (const key of usable) {
    left -= weightOf(key);
    if (left < 0) return key;
  }
  const last = usable.at(-1);
  if (last === undefined) throw new RangeError('no weight above zero');
  return last;
}
