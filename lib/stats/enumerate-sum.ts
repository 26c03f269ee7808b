import { compoundPoisson } from './compound-poisson';
import type { Distribution, SumParts } from './weighted-sum';

interface EnumerateOptions {
  readonly upTo: number;
  readonly points: number;
}

/** More parts than this have too many combinations. No part in the numbers: with more it refuses. */
const MOST = 16;

/**
 * Distribution of a sum of up to 16 two-point values, by all their combinations, and of a compound Poisson stream, by
 * recursion. Jumps stay jumps, at the first point not below them.
 *
 * @throws RangeError for more than 16 values.
 */
export function enumerateSum(
  { values, chances, further, sizes }: SumParts,
  { upTo, points }: EnumerateOptions,
): Distribution {
  if (values.length > MOST) throw new RangeError(`too many to enumerate: ${values.length}`);
  const step = upTo / (points - 1);
  let sums = Float64Array.of(0);
  let weights = Float64Array.of(1);
  values.forEach((value, at) => {
    const chance = chances[at] ?? 0;
    sums = joined(
      sums,
      sums.map((sum) => sum + value),
    );
    weights = joined(
      weights.map((weight) => weight * (1 - chance)),
      weights.map((weight) => weight * chance),
    );
  });
  const mass = new Float64Array(points);
  sums.forEach((sum, at) => {
    const cell = Math.min(points - 1, Math.ceil(sum / step - 1e-9));
    mass[cell] = (mass[cell] ?? 0) + (weights[at] ?? 0);
  });
  const stream = compoundPoisson({ further, sizes, step, points });
  const cdf = new Float64Array(points);
  mass.forEach((here, cell) => {
    if (here === 0) return;
    for (let to = cell; to < points; to += 1) cdf[to] = (cdf[to] ?? 0) + here * (stream[to - cell] ?? 0);
  });
  let sum = 0;
  for (let point = 0; point < points; point += 1) {
    sum += cdf[point] ?? 0;
    cdf[point] = Math.min(1, sum);
  }
  cdf[points - 1] = 1;
  return { step, cdf };
}

/** Never by spreading: 65,536 arguments are more than the stack of a browser's worker holds. */
function joined(first: Float64Array, second: Float64Array): Float64Array<ArrayBuffer> {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
