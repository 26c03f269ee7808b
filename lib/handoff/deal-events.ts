import type { DealFacts } from './deal-facts';
import { kindOfStage } from './kind-of-stage';
import type { Moment } from './request';
import type { Setting } from './setting';

export type EventKind = 'qualified' | 'lost' | 'nurtured' | 'returned' | 'active';

/** What may decide a pass. `active`: open again, out of nurture. */
export interface DealEvent {
  readonly kind: EventKind;
  readonly at: Moment;
  readonly evidence: string;
}

const RANK: Record<EventKind, number> = { active: 0, qualified: 1, lost: 2, nurtured: 3, returned: 4 };

/**
 * Everything in a deal's life that decides passes, in its order.
 *
 * @param returns When the deal came back to an SDR.
 */
export function dealEvents(
  facts: DealFacts,
  returns: readonly Moment[],
  setting: Setting,
): readonly DealEvent[] {
  const { deal, stages, outcomes } = facts;
  const events: DealEvent[] = returns.map((at) => ({
    kind: 'returned',
    at,
    evidence: 'an SDR owns it again',
  }));
  for (const { to, at } of stages.steps) {
    if (to !== null) events.push({ kind: kindOfStage(to, setting), at, evidence: `stage ${to}` });
  }
  for (const { to, at } of outcomes.steps) {
    const kind = to === 'won' ? 'qualified' : to === 'lost' ? 'lost' : 'active';
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
