import { AGE_BINS } from './age-bins';
import type { AgeTuning } from './tuning';

interface Counted {
  readonly events: Float64Array;
  readonly at: Float64Array;
  readonly mean: number;
}

/** Steps of Newton's method. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const ROUNDS = 8;
/** Farthest a step changes the slope. Cost 0.00 / 0.00 / 0.00. */
const STEEPEST = 0.2;
/** Least logarithm of a daily rate that is told apart from 0. Cost 0.00 / 0.00 / 0.00. */
const LEAST = -20;

/**
 * Rates that rise or fall by one share from bin to bin of age: a Poisson regression (Newton's method) whose slope is
 * drawn to a slight fall, as deals that are still open grow stale.
 *
 * @returns Rates of at most 1.
 */
export function ageTrend(
  { events, at, mean }: Counted,
  { slope: usual, slopeSpread, levelPrior }: AgeTuning,
): Float64Array {
  let exposed = 0;
  let centre = 0;
  for (let bin = 0; bin < AGE_BINS; bin += 1) {
    exposed += at[bin] ?? 0;
    centre += bin * (at[bin] ?? 0);
  }
  centre = exposed > 0 ? centre / exposed : 0;
  const start = Math.log(mean);
  const precision = 1 / slopeSpread ** 2;
  let level = start;
  let slope = usual;
  const rateAt = (bin: number): number => Math.exp(within(level + slope * (bin - centre), LEAST, 0));
  for (let round = 0; round < ROUNDS; round += 1) {
    let [toLevel, toSlope] = [levelPrior * (start - level), precision * (usual - slope)];
    let [levels, both, slopes] = [levelPrior, 0, precision];
    for (let bin = 0; bin < AGE_BINS; bin += 1) {
      const awaited = (at[bin] ?? 0) * rateAt(bin);
      const off = (events[bin] ?? 0) - awaited;
      const x = bin - centre;
      toLevel += off;
      toSlope += off * x;
      levels += awaited;
      both += awaited * x;
      slopes += awaited * x * x;
    }
    const determinant = levels * slopes - both * both;
    // Steps are bounded: far from the solution Newton's method leaps.
    level += within((slopes * toLevel - both * toSlope) / determinant, -1, 1);
    slope += within((levels * toSlope - both * toLevel) / determinant, -STEEPEST, STEEPEST);
  }
  return Float64Array.from({ length: AGE_BINS }, (_, bin) => rateAt(bin));
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
