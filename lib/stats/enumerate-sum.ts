import { cosSum } from './cos-sum';
import type { Distribution, SumParts } from './weighted-sum';

interface EnumerateOptions {
  readonly upTo: number;
  readonly points: number;
}

/** More parts than this have too many combinations. */
export const MOST_ENUMERATED = 16;

/**
 * Distribution of a sum of up to 16 two-point values, by all their combinations, and of a compound Poisson stream: the
 * chance of no further value exactly, of some by the COS method. Jumps stay jumps, at the first point not below them.
 *
 * @throws RangeError for more than 16 values.
 */
export function enumerateSum({ values, chances, further, sizes }: SumParts, { upTo, points }: EnumerateOptions): Distribution {
  if (values.length > MOST_ENUMERATED) throw new RangeError(`too many to enumerate: ${values.length}`);
  const step = upTo / (points - 1);
  let sums = Float64Array.of(0);
  let weights = Float64Array.of(1);
  values.forEach((value, at) => {
    const chance = chances[at] ?? 0;
    sums = Float64Array.of(...sums, ...sums.map((sum) => sum + value));
    weights = Float64Array.of(...weights.map((weight) => weight * (1 - chance)), ...weights.map((weight) => weight * chance));
  });
  const mass = new Float64Array(points);
  sums.forEach((sum, at) => {
    const cell = Math.min(points - 1, Math.ceil(sum / step - 1e-9));
    mass[cell] = (mass[cell] ?? 0) + (weights[at] ?? 0);
  });
  const none = sizes.length > 0 ? Math.exp(-further) : 1;
  const cdf = new Float64Array(points);
  const some = none > 1 - 1e-9 ? undefined : someFurther({ sizes, further, upTo, points, none });
  for (let cell = 0; cell < points; cell += 1) {
    const here = mass[cell] ?? 0;
    if (here === 0) continue;
    for (let to = cell; to < points; to += 1) cdf[to] = (cdf[to] ?? 0) + here * (none + (some?.[to - cell] ?? 0));
  }
  cdf[points - 1] = 1;
  return { step, cdf: cdf.map((one) => Math.min(1, one)) };
}

/** Chance that there is at least one further value and that all of them add up to at most each point. */
function someFurther({ sizes, further, upTo, points, none }: { sizes: Float64Array; further: number; upTo: number; points: number; none: number }): Float64Array {
  const nothing = new Float64Array();
  const { cdf } = cosSum({ values: nothing, chances: nothing, further, sizes }, { upTo, points });
  const smallest = Math.floor((sizes.reduce((least, size) => Math.min(least, size), Infinity) / upTo) * (points - 1));
  // Below the smallest value there is only the jump at 0, which the series smears.
  return cdf.map((one, at) => (at < smallest ? 0 : Math.max(0, one - none)));
}
