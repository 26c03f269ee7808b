import { logGamma } from './log-gamma';

/** Shape of a Beta distribution; both above 0. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

export interface BetaDistribution {
  /** The chance that a variable is at most x, 0..1; below and above it is 0 and 1. */
  readonly chance: (x: number) => number;
  /** Within 0..1. */
  readonly density: (x: number) => number;
}

/**
 * A Beta(a, b) variable. Its chances are the regularised incomplete beta function: continued fraction by Lentz's method,
 * Press et al., Numerical Recipes, 6.4. Of one shape many values are asked for.
 *
 * @example betaDistribution({ a: 2, b: 3 }).chance(0.5) // 0.6875
 */
export function betaDistribution({ a, b }: BetaShape): BetaDistribution {
  const [ofSum, ofA, ofB] = [logGamma(a + b), logGamma(a), logGamma(b)];
  const scale = ofSum - ofA - ofB;
  const below = lowerTail({ a, b }, scale);
  const above = lowerTail({ a: b, b: a }, ofSum - ofB - ofA);
  return {
    chance: (x) => {
      if (x <= 0) return 0;
      if (x >= 1) return 1;
      // The fraction converges fast below the mean; above it the mirror image does.
      return x > (a + 1) / (a + b + 2) ? 1 - above(1 - x) : below(x);
    },
    density: (x) => Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x)),
  };
}

/** @param scale Logarithm of one over the beta function. */
function lowerTail({ a, b }: BetaShape, scale: number): (x: number) => number {
  const tiny = 1e-300;
  return (x) => {
    const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x)) / a;
    let c = 1;
    let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
    let value = d;
    for (let m = 1; m <= 500; m += 1) {
      const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d, tiny);
      c = nonZero(1 + even / c, tiny);
      value *= d * c;
      const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d, tiny);
      c = nonZero(1 + odd / c, tiny);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) break;
    }
    return Math.min(1, front * value);
  };
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
