import type { DealGroups } from './deal-groups';
import { raisedChance } from './raised-chance';

/**
 * Chance of each group's deals, from those of stages and ages.
 *
 * @param open See `Chances`.
 * @param most None is greater than this: see `greatestChance`.
 */
export function groupChances(open: Float64Array, { factor, state }: DealGroups, most: number): Float64Array {
  return factor.map((one, group) => Math.min(most, raisedChance(open[state[group] ?? 0] ?? 0, one)));
}
