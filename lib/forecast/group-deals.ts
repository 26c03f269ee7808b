import type { DealGroups } from './deal-groups';
import type { OpenDeals } from './open-deals';

/** Groups deals, so that what depends on stage, age and factor alone is computed once for each group. */
export function groupDeals({ state }: Pick<OpenDeals, 'state'>, factors: Float64Array): DealGroups {
  const of = new Int32Array(state.length);
  const states: number[] = [];
  const ownFactors: number[] = [];
  const byFactor = new Map<number, Map<number, number>>();
  for (let at = 0; at < state.length; at += 1) {
    const factor = factors[at] ?? 1;
    let byState = byFactor.get(factor);
    if (byState === undefined) byFactor.set(factor, (byState = new Map()));
    const own = state[at] ?? 0;
    let group = byState.get(own);
    if (group === undefined) {
      group = states.push(own) - 1;
      ownFactors.push(factor);
      byState.set(own, group);
    }
    of[at] = group;
  }
  return { of, state: Int32Array.from(states), factor: Float64Array.from(ownFactors) };
}
