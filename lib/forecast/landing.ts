import { cosMixture } from '../stats/cos-mixture';
import { enumerateSum } from '../stats/enumerate-sum';
import { NORMAL_NODES } from '../stats/normal-nodes';
import type { Distribution } from '../stats/weighted-sum';

/** What is still to come in a span. */
export interface Remaining {
  /** Value of each open deal. */
  readonly values: Float64Array;
  /** Wins expected from deals not yet created, and what a win brings: each value as likely as the other. */
  readonly newWins: number;
  readonly sizes: Float64Array;
  /** Multiplies what is expected of all of it. */
  readonly level: number;
  /** Spread of that level, in the logarithm. */
  readonly spread: number;
  /** Which deals have the same chance: it is raised once for all of them. */
  readonly kinds: Kinds;
}

/** Deals of one chance each. */
export interface Kinds {
  readonly chances: Float64Array;
  /** Which of them each deal has. */
  readonly of: Int32Array;
}

export interface Landing {
  readonly distribution: Distribution;
  readonly mean: number;
}

/** Points of the distribution. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const POINTS = 1024;
/** Up to so many open deals all combinations are counted; beyond, sums are smooth enough for a series. Cost 0.00 / 0.00 / 0.00. */
const FEW_DEALS = 16;
/** The same of expected new wins. Cost 0.00 / 0.00 / 0.00. */
const FEW_NEW = 30;
/** A deal of no greater chance is left out of the distribution. Cost 0.00 / 0.00 / 0.00. */
const HARDLY_POSSIBLE = 1e-6;

/**
 * Distribution of what is still to come: deals are won independently of each other only as long as the level is known,
 * which they share; so it is the mixture over seven levels.
 */
export function landing({ values, newWins, sizes, level, spread, kinds }: Remaining): Landing {
  const { of, v } = possibleOf(values, kinds);
  const { first, second, most } = sumsOf(v, of, kinds.chances.length);
  const size = sizes.reduce((sum, one) => sum + one, 0) / Math.max(1, sizes.length);
  const square = sizes.reduce((sum, one) => sum + one * one, 0) / Math.max(1, sizes.length);
  const logs = kinds.chances.map((one) => Math.log1p(-Math.min(1 - 1e-12, one)));
  const nodes = NORMAL_NODES.map(([node, weight]) => {
    const factor = level * Math.exp(spread * node);
    // A level of 2 doubles the hazard, not the chance: no chance passes 1.
    const raised = logs.map((log) => -Math.expm1(log * factor));
    let mean = newWins * factor * size;
    let variance = newWins * factor * square;
    for (let kind = 0; kind < raised.length; kind += 1) {
      const chance = raised[kind] ?? 0;
      mean += chance * (first[kind] ?? 0);
      variance += chance * (1 - chance) * (second[kind] ?? 0);
    }
    return { weight, raised, mean, variance, further: newWins * factor };
  });
  const mean = nodes.reduce((sum, node) => sum + node.weight * node.mean, 0);
  const reach = nodes.reduce(
    (high, node) => (node.weight < 1e-4 ? high : Math.max(high, node.mean + 6 * Math.sqrt(node.variance))),
    0,
  );
  const upTo = newWins > 1e-9 ? reach : Math.min(reach, most * 1.001);
  if (!(upTo > 0)) return { distribution: { step: 0, cdf: new Float64Array(2).fill(1) }, mean };
  const levels = nodes.map(({ weight, raised, further }) => ({ weight, chances: raised, further }));
  const isFew = v.length <= FEW_DEALS && nodes.every(({ further }) => further <= FEW_NEW);
  if (!isFew)
    return {
      mean,
      distribution: cosMixture({ values: v, kinds: of, sizes, levels }, { upTo, points: POINTS }),
    };
  const cdf = new Float64Array(POINTS);
  for (const { weight, chances, further } of levels) {
    const own = Float64Array.from(of, (kind) => chances[kind] ?? 0);
    const one = enumerateSum({ values: v, chances: own, further, sizes }, { upTo, points: POINTS });
    for (let at = 0; at < POINTS; at += 1) cdf[at] = (cdf[at] ?? 0) + weight * (one.cdf[at] ?? 1);
  }
  cdf[POINTS - 1] = 1;
  return { distribution: { step: upTo / (POINTS - 1), cdf }, mean };
}

/** Values of the deals that may bring anything, and the kind of each. */
function possibleOf(values: Float64Array, { of, chances }: Kinds): { of: Int32Array; v: Float64Array } {
  const kinds = new Int32Array(values.length);
  const v = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const kind = of[at] ?? 0;
    if (!((chances[kind] ?? 0) > HARDLY_POSSIBLE && value > 0)) continue;
    kinds[count] = kind;
    v[count] = value;
    count += 1;
  }
  return { of: kinds.subarray(0, count), v: v.subarray(0, count) };
}

/** Of each kind the sum of its values and of their squares; the sum of all. */
function sumsOf(values: Float64Array, kinds: Int32Array, count: number) {
  const [first, second] = [new Float64Array(count), new Float64Array(count)];
  let most = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const kind = kinds[at] ?? 0;
    first[kind] = (first[kind] ?? 0) + value;
    second[kind] = (second[kind] ?? 0) + value * value;
    most += value;
  }
  return { first, second, most };
}
