import type { DealFacts } from './deal-facts';
import type { DealEvent } from './deal-events';
import type { Pass } from './find-passes';
import { isReturnAfter } from './is-return-after';
import { kindOfStage } from './kind-of-stage';
import { mayFollow } from './may-follow';
import type { Moment, VerdictInput } from './request';
import type { Setting } from './setting';
import { TUNING } from './tuning';

export const DECISION_KINDS = ['accepted', 'rejected', 'recycled', 'lapsed', 'undecided'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface Decision {
  readonly kind: DecisionKind;
  /** `null` where nothing was decided, or nothing tells when. */
  readonly at: Moment | null;
  /** What it was found by. */
  readonly basis: 'verdict' | 'event' | 'window';
  readonly reason: string | null;
  /** Whose verdict it was. */
  readonly by: string | null;
  readonly evidence: string;
}

/**
 * What became of a pass within its window. A verdict counts first, the latest one; then the qualified stage, reached
 * before the next pass; then the first loss or return that still stands at the window's end (a deal lost by mistake
 * and opened again is not lost). What happened no longer than the clocks' skew before the pass, happened at it; what
 * happened within the range in which it lies, happened after it.
 *
 * @param events The deal's, in their order.
 */
export function decide(
  pass: Pass,
  { facts, events }: { readonly facts: DealFacts; readonly events: readonly DealEvent[] },
  setting: Setting,
): Decision {
  const windowEnd = pass.at.to + setting.decideWithinMs;
  const verdict = verdictOf(pass, facts.verdicts, windowEnd);
  if (verdict !== undefined)
    return {
      kind: verdict.decision,
      at: notBefore(verdict.at, pass),
      basis: 'verdict',
      reason: verdict.decision === 'accepted' ? null : (verdict.reason ?? facts.deal.lostReason),
      by: verdict.by,
      evidence: `verdict of ${verdict.by ?? 'somebody'}`,
    };
  const decision = byEvents(pass, { facts, events }, setting);
  if (decision !== undefined) return decision;
  if (setting.asOf < windowEnd) return open('undecided', null, 'nothing yet, the window is open');
  return open('lapsed', { from: windowEnd, to: windowEnd }, 'nothing within the window');
}

function open(kind: DecisionKind, at: Moment | null, evidence: string): Decision {
  return { kind, at, basis: 'window', reason: null, by: null, evidence };
}

interface Decided extends VerdictInput {
  readonly decision: NonNullable<VerdictInput['decision']>;
}

function isDecided(verdict: VerdictInput): verdict is Decided {
  return verdict.decision !== null;
}

function verdictOf(pass: Pass, verdicts: readonly VerdictInput[], windowEnd: number): Decided | undefined {
  const earliest = pass.at.from - TUNING.clockSkewMs;
  let best: Decided | undefined;
  for (const verdict of verdicts.filter(isDecided)) {
    if (verdict.attempt !== pass.attempt || verdict.at.to < earliest || verdict.at.from > windowEnd) continue;
    if (best === undefined || isLater(verdict, best, pass.to)) best = verdict;
  }
  return best;
}

/** Of two at once the receiver's counts, then the order of the words: never the order of the rows. */
function isLater(a: Decided, b: Decided, receiver: string | null): boolean {
  if (a.at.to !== b.at.to) return a.at.to > b.at.to;
  if ((a.by === receiver) !== (b.by === receiver)) return a.by === receiver;
  return `${a.decision} ${a.reason ?? ''} ${a.by ?? ''}` < `${b.decision} ${b.reason ?? ''} ${b.by ?? ''}`;
}

function byEvents(
  pass: Pass,
  { facts, events }: { readonly facts: DealFacts; readonly events: readonly DealEvent[] },
  setting: Setting,
): Decision | undefined {
  const windowEnd = pass.at.to + setting.decideWithinMs;
  const { lostReason } = facts.deal;
  let standing: { readonly event: DealEvent; readonly kind: 'rejected' | 'recycled' } | undefined;
  for (const event of events) {
    const { at, kind } = event;
    if (at.to > pass.until || at.to > setting.asOf) break;
    if (at.from > windowEnd) continue;
    if (kind === 'qualified' && at.to < pass.until && mayFollow(at, pass))
      return {
        kind: 'accepted',
        at: notBefore(at, pass),
        basis: 'event',
        reason: null,
        by: null,
        evidence: event.evidence,
      };
    if (isBefore(event, pass)) continue;
    if (kind === 'active') {
      if (standing !== undefined && standing.event.kind !== 'returned') standing = undefined;
    } else if (kind !== 'qualified') standing ??= { event, kind: kind === 'lost' ? 'rejected' : 'recycled' };
  }
  if (standing !== undefined) {
    const { event, kind } = standing;
    const reason = kind === 'rejected' ? lostReason : null;
    return {
      kind,
      at: notBefore(event.at, pass),
      basis: 'event',
      reason,
      by: null,
      evidence: event.evidence,
    };
  }
  return pass.until === Infinity ? undated(facts, setting) : undefined;
}

/**
 * Only reaching the stage may run ahead of the pass; a loss or return before it belongs to what was before. Owners have
 * one order: a return to an SDR before the pass, within its range as well, and all up to it, was before.
 */
function isBefore(event: DealEvent, pass: Pass): boolean {
  if (isReturnAfter(event, pass)) return false;
  const { at, kind } = event;
  if (at.to >= pass.at.to) return at.to === pass.at.to && kind === 'returned';
  return kind === 'returned' || at.to <= pass.at.from || at.to <= pass.after;
}

/** Decided as the deal stands, but nothing tells when: taken to be in time, since a lapse would accuse somebody. */
function undated({ deal, stages }: DealFacts, setting: Setting): Decision | undefined {
  const stage = deal.stage === null || stages.steps.length > 0 ? undefined : kindOfStage(deal.stage, setting);
  const without = 'no history tells when; taken to be in time';
  if (stage === 'qualified' || (deal.outcome === 'won' && deal.closedAt === null)) {
    const evidence = `${stage === 'qualified' ? `stage ${deal.stage}` : 'closed as won'}, ${without}`;
    return { kind: 'accepted', at: null, basis: 'event', reason: null, by: null, evidence };
  }
  if (deal.closedAt !== null) return undefined;
  if (stage === 'lost' || deal.outcome === 'lost')
    return {
      kind: 'rejected',
      at: null,
      basis: 'event',
      reason: deal.lostReason,
      by: null,
      evidence: `lost, ${without}`,
    };
  if (stage === 'nurtured')
    return {
      kind: 'recycled',
      at: null,
      basis: 'event',
      reason: null,
      by: null,
      evidence: `stage ${deal.stage}, ${without}`,
    };
  return undefined;
}

function notBefore(at: Moment, pass: Pass): Moment {
  return { from: Math.max(at.from, pass.at.from), to: Math.max(at.to, pass.at.from) };
}
