import { DAY, dayOf, instant } from './days';
import { categoryOf, stageOf } from './people';
import type { Change, Deal, Decision, Handoff, StageId, Tracked } from './types';

/** How long an AE has for a decision about a passed deal. */
export const DECIDE_WITHIN_DAYS = 30;

/** Everything that was written down while the deals lived. */
export interface Book {
  readonly changes: Change[];
  readonly handoffs: Handoff[];
}

/** Sets a field of the deal and notes the change; setting the same value again is no change. */
export function setField<F extends keyof Tracked>(
  changes: Change[],
  deal: Deal,
  change: { readonly field: F; readonly to: Tracked[F]; readonly at: number; readonly reason?: string },
): void {
  const { field, to, at, reason } = change;
  const tracked: Tracked = deal;
  const from = tracked[field];
  if (from === to) return;
  tracked[field] = to;
  deal.lastActivityOn = dayOf(at);
  changes.push({
    deal: deal.id,
    field,
    from,
    to,
    at: instant(at),
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Moves the deal to a stage, with what the CRM itself fills in then: outcome, probability, closing day. */
export function moveTo(changes: Change[], deal: Deal, to: StageId, at: number): void {
  const stage = stageOf(to);
  setField(changes, deal, { field: 'stage', to, at });
  setField(changes, deal, { field: 'outcome', to: stage.outcome, at });
  deal.probability = stage.probability;
  deal.forecastCategory = categoryOf(to);
  if (stage.outcome === 'open') {
    deal.closedOn = null;
    deal.lostReason = null;
    return;
  }
  deal.closedOn ??= dayOf(at);
  deal.nextStepOn = null;
  setField(changes, deal, { field: 'nextStep', to: null, at });
  if (stage.outcome === 'won') {
    deal.lostReason = null;
    setField(changes, deal, { field: 'closeOn', to: dayOf(at), at });
  }
}

/** The SDR passes the deal to an AE. */
export function pass(book: Book, deal: Deal, to: string, at: number): void {
  const attempt = book.handoffs.filter((one) => one.deal === deal.id).length + 1;
  book.handoffs.push({
    deal: deal.id,
    attempt,
    from: deal.owner,
    to,
    passedAt: instant(at),
    decision: 'undecided',
  });
  setField(book.changes, deal, { field: 'owner', to, at });
}

/** Notes what the AE made of the last pass; only the first decision inside the window counts. */
export function decide(book: Book, deal: Deal, decision: Decision, at: number, reason?: string): void {
  const last = book.handoffs.findLast((one) => one.deal === deal.id);
  if (last?.decision !== 'undecided' || at > windowEnd(last)) return;
  last.decision = decision;
  last.decidedAt = instant(at);
  if (reason !== undefined) last.reason = reason;
}

/** A pass without a decision until its window's end has lapsed then; one still inside stays undecided. */
export function lapse(handoffs: readonly Handoff[], until: number): void {
  for (const handoff of handoffs) {
    if (handoff.decision !== 'undecided' || windowEnd(handoff) >= until) continue;
    handoff.decision = 'lapsed';
    handoff.decidedAt = instant(windowEnd(handoff));
  }
}

function windowEnd(handoff: Handoff): number {
  return Date.parse(handoff.passedAt) + DECIDE_WITHIN_DAYS * DAY;
}
