import { AUDIT_CHECKS, type AuditItem } from './audit';
import type { Handoff } from './handoffs-of';
import type { Count } from './rate';
import { TUNING } from './tuning';

export const METRICS = [
  'acceptance',
  'stage1to2',
  'completeness',
  'heldRate',
  'winRate',
  'hotPass',
  'auditPass',
  'timeliness',
  // Of passes that are old enough for every decision to be in: what young ones may be compared with.
  'oldAcceptance',
  'oldStage1to2',
] as const;
export type Metric = (typeof METRICS)[number];

/** What a pass adds to each share, 0..1; `null` where it says nothing of it (yet). */
export type Scores = Readonly<Record<Metric, number | null>>;
export type Counts = Readonly<Record<Metric, Count>>;

interface Sight {
  readonly asOf: number;
  readonly decideWithinMs: number;
  /** Checks to which any pass of the request has a yes. */
  readonly answerable: ReadonlySet<AuditItem['check']>;
  readonly knowsStages: boolean;
}

/** Checks that the request can answer at all. */
export function answerableChecks(handoffs: readonly Handoff[]): ReadonlySet<AuditItem['check']> {
  const answered = new Set<AuditItem['check']>();
  for (const { audit } of handoffs) {
    for (const { check, answer } of audit) if (answer === 'yes') answered.add(check);
    if (answered.size === AUDIT_CHECKS.length) break;
  }
  return answered;
}

/** What one pass says of each share. */
export function scores(handoff: Handoff, { asOf, decideWithinMs, answerable, knowsStages }: Sight): Scores {
  const { decision, pass, completeness, meetingHeld, outcome, hotPass, timely } = handoff;
  const acceptance = share(
    decision.kind === 'lapsed' || decision.kind === 'undecided' ? null : decision.kind === 'accepted',
  );
  const stage = knowsStages ? stageTwo(handoff, asOf) : null;
  return {
    acceptance,
    stage1to2: stage,
    completeness: completeness?.share ?? null,
    heldRate: share(meetingHeld),
    winRate: share(outcome === null ? null : outcome === 'won'),
    hotPass: share(hotPass),
    auditPass: share(passesAudit(handoff.audit, answerable)),
    timeliness: share(timely),
    oldAcceptance: pass.at.to + decideWithinMs <= asOf ? acceptance : null,
    oldStage1to2: pass.at.to + stageTwoMs <= asOf ? stage : null,
  };
}

export const stageTwoMs = TUNING.stageTwoDays * 86_400_000;

/** Reached in time, or never to be: too old, or returned. A pass accepted at an unknown time is not known. */
function stageTwo({ stageTwoMs: ms, decision, pass }: Handoff, asOf: number): number | null {
  if (ms !== null) return share(ms <= stageTwoMs);
  if (decision.kind === 'accepted' && decision.at === null) return null;
  const isOver = decision.kind === 'rejected' || decision.kind === 'recycled';
  return isOver || pass.until < Infinity || pass.at.to + stageTwoMs <= asOf ? 0 : null;
}

function passesAudit(
  items: readonly AuditItem[],
  answerable: ReadonlySet<AuditItem['check']>,
): boolean | null {
  if (items.some(({ answer }) => answer === 'no')) return false;
  const asked = items.filter(({ check }) => answerable.has(check));
  return asked.length > 0 && asked.every(({ answer }) => answer === 'yes') ? true : null;
}

function share(fact: boolean | null): number | null {
  return fact === null ? null : Number(fact);
}
