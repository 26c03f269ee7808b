import type { DealFacts } from './deal-facts';
import { kindOfStage } from './kind-of-stage';
import type { OwnerReturn } from './owner-passes';
import type { Moment } from './request';
import type { Setting } from './setting';
import type { Timeline } from './timeline';

export type EventKind = 'qualified' | 'lost' | 'nurtured' | 'returned' | 'active';

/** What may decide a pass. `active`: open again, out of nurture. */
export interface DealEvent {
  readonly kind: EventKind;
  readonly at: Moment;
  readonly evidence: string;
  /** Of a return, see `OwnerReturn`. */
  readonly nth?: number;
}

const RANK: Record<EventKind, number> = { active: 0, qualified: 1, lost: 2, nurtured: 3, returned: 4 };

/**
 * Everything in a deal's life that decides passes, in its order.
 *
 * @param returns When the deal came back to an SDR.
 */
export function dealEvents(
  facts: DealFacts,
  returns: readonly OwnerReturn[],
  setting: Setting,
): readonly DealEvent[] {
  const { deal, stages, outcomes } = facts;
  const events: DealEvent[] = returns.map((back) => ({
    kind: 'returned',
    ...back,
    evidence: 'an SDR owns it again',
  }));
  for (const [nth, { to, at }] of stages.steps.entries()) {
    const kind = to === null ? undefined : kindOfStage(to, setting);
    if (kind !== undefined && (kind === 'qualified' || !isLeftAtOnce(stages, nth)))
      events.push({ kind, at, evidence: `stage ${to}` });
  }
  for (const [nth, { to, at }] of outcomes.steps.entries()) {
    const kind = to === 'won' ? 'qualified' : to === 'lost' ? 'lost' : 'active';
    if (kind === 'qualified' || !isLeftAtOnce(outcomes, nth))
      events.push({ kind, at, evidence: `outcome ${to ?? 'not known'}` });
  }
  const at = deal.closedAt;
  if (at !== null && (deal.outcome === 'won' || deal.outcome === 'lost'))
    events.push({
      kind: deal.outcome === 'won' ? 'qualified' : 'lost',
      at: { from: at.from, to: Math.min(at.to, setting.asOf) },
      evidence: `closed as ${deal.outcome}`,
    });
  return events.toSorted((a, b) => a.at.to - b.at.to || RANK[a.kind] - RANK[b.kind]);
}

/** Left again by the moment by which it is known, such as one day: it did not stand. */
function isLeftAtOnce({ steps }: Timeline, nth: number): boolean {
  const [at, next] = [steps[nth]?.at, steps[nth + 1]?.at];
  return next !== undefined && next.from === at?.from && next.to === at.to;
}
