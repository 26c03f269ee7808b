import type { ChangeInput, DealInput, LeadInput, VerdictInput } from './request';
import { timeline, type Step, type Timeline } from './timeline';

/** A deal with all that the request says of it up to `asOf`. */
export interface DealFacts {
  readonly deal: DealInput;
  readonly owners: Timeline;
  readonly stages: Timeline;
  readonly outcomes: Timeline;
  /** Changes of `qualification.*`, in no order. */
  readonly fieldChanges: readonly ChangeInput[];
  readonly leads: readonly LeadInput[];
  readonly verdicts: readonly VerdictInput[];
}

interface Parts {
  readonly leads: readonly LeadInput[];
  readonly verdicts: readonly VerdictInput[];
  readonly changes: readonly ChangeInput[];
}

/** Puts a deal together; a later closing, touch or meeting is none yet, and neither is a later change. */
export function dealFacts(deal: DealInput, parts: Parts, asOf: number): DealFacts {
  const steps: Record<'owner' | 'stage' | 'outcome', Step[]> = { owner: [], stage: [], outcome: [] };
  const fieldChanges: ChangeInput[] = [];
  for (const change of parts.changes) {
    if (change.at.to > asOf) continue;
    const { field, at } = change;
    if (field === 'owner' || field === 'stage' || field === 'outcome')
      steps[field].push({ from: textOf(change.from), to: textOf(change.to), at });
    else if (field.startsWith('qualification.')) fieldChanges.push(change);
  }
  const isClosed = deal.outcome !== 'open' && (deal.closedAt === null || deal.closedAt.from <= asOf);
  const outcome = deal.outcome === null || isClosed ? deal.outcome : 'open';
  const atAsOf: DealInput = {
    ...deal,
    outcome,
    closedAt: isClosed ? deal.closedAt : null,
    firstTouchAt: deal.firstTouchAt !== null && deal.firstTouchAt.from <= asOf ? deal.firstTouchAt : null,
  };
  return {
    deal: atAsOf,
    owners: timeline(steps.owner, deal.owner, { asOf }),
    stages: timeline(steps.stage, deal.stage, { asOf }),
    // A closing has its own date; only recorded changes make steps here.
    outcomes: timeline(steps.outcome, null, { asOf, goal: outcome }),
    fieldChanges,
    leads: parts.leads.filter(({ convertedAt }) => convertedAt === null || convertedAt.to <= asOf),
    verdicts: parts.verdicts.filter(({ at }) => at.to <= asOf),
  };
}

function textOf(value: ChangeInput['from']): string | null {
  return value === null || value === '' ? null : String(value);
}
