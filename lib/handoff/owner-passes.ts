import { actingRole } from './acting-role';
import type { DealFacts } from './deal-facts';
import type { Moment } from './request';
import type { Setting } from './setting';
import { stateAt } from './state-at';

/** A pass that one of the four rules finds. */
export interface Candidate {
  readonly rule: 1 | 2 | 3 | 4;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Moment;
  readonly evidence: string;
  /** By which of the owner's changes in their order; absent where another rule found it. */
  readonly nth?: number;
}

/** The deal came back to an SDR. */
export interface OwnerReturn {
  readonly at: Moment;
  /** By which of the owner's changes. */
  readonly nth: number;
}

/**
 * Rule 1: the owner changes from an SDR to an AE; while nobody owns the deal, the last owner is who passes it. And
 * when the deal came back to an SDR. A change between two AEs or two SDRs is neither.
 */
export function ownerPasses(
  facts: DealFacts,
  setting: Setting,
): { readonly passes: readonly Candidate[]; readonly returns: readonly OwnerReturn[] } {
  const { deal, owners, stages } = facts;
  const passes: Candidate[] = [];
  const returns: OwnerReturn[] = [];
  let holder = owners.initial;
  for (const [nth, { from, to, at }] of owners.steps.entries()) {
    if (from !== null) holder = from;
    if (to === null || to === holder) continue;
    const before = actingRole(holder, { deal, stage: stateAt(stages, at.to - 1) }, setting);
    const after = actingRole(to, { deal, stage: stateAt(stages, at.to) }, setting);
    if (before === 'sdr' && after === 'ae')
      passes.push({ rule: 1, from: holder, to, at, nth, evidence: 'the owner changed from an SDR to an AE' });
    if (after === 'sdr' && before !== 'sdr' && holder !== null) returns.push({ at, nth });
    holder = to;
  }
  return { passes, returns };
}
