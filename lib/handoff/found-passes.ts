import { attemptOf } from './attempt-of';
import { completeness, type AskedFields, type Completeness } from './completeness';
import type { DealFacts } from './deal-facts';
import type { DealEvent } from './deal-events';
import { decide, type Decision } from './decide';
import { findPasses, type Pass } from './find-passes';
import { kindOfStage } from './kind-of-stage';
import { mayFollow } from './may-follow';
import type { DealInput, VerdictInput } from './request';
import { returnReason } from './return-reason';
import type { Setting } from './setting';

/** A pass with all that its own deal says of it. */
export interface FoundPass {
  readonly deal: DealInput;
  readonly pass: Pass;
  readonly decision: Decision;
  readonly reason: string | null;
  /** From the end of the pass to the qualified stage, before the next pass; `null` where it was not reached, or no history tells. */
  readonly stageTwoMs: number | null;
  readonly completeness: Completeness | null;
  readonly meetingHeld: boolean | null;
  /** The deal's, told at its last pass alone, so that each deal counts once. */
  readonly outcome: 'won' | 'lost' | null;
  /** As somebody has said of this pass, else as the deal has it, told at its last pass alone. */
  readonly hotPass: boolean | null;
  /** Nothing has become of it to this day, whether its window is over or not. */
  readonly isOpen: boolean;
}

/**
 * The passes of one deal, in their order. Nothing of the deal but what stands in them is needed afterwards, so that any
 * number of deals can be gone through one after the other.
 */
export function foundPasses(facts: DealFacts, setting: Setting, asked: AskedFields): readonly FoundPass[] {
  const { deal } = facts;
  const { passes, events } = findPasses(facts, setting);
  const verdicts = facts.verdicts.map((verdict) => ({ ...verdict, attempt: attemptOf(verdict, passes) }));
  const known = { facts: { ...facts, verdicts }, events };
  return passes.map((pass, at): FoundPass => {
    const decision = decide(pass, known, setting);
    const isLast = at === passes.length - 1;
    return {
      deal,
      pass,
      decision,
      reason: returnReason(decision.reason),
      stageTwoMs: stageTwo(pass, events, setting.asOf),
      completeness: completeness(facts, asked, pass.at.to),
      meetingHeld: hasMeeting(deal, passes, pass) ? meetingHeld(facts, setting.asOf) : null,
      outcome: isLast && (deal.outcome === 'won' || deal.outcome === 'lost') ? deal.outcome : null,
      hotPass: saidHot(pass, verdicts) ?? (isLast ? deal.hotPass : null),
      isOpen: isLast && isOpen({ facts, events, decision, pass }, setting),
    };
  });
}

function stageTwo(pass: Pass, events: readonly DealEvent[], asOf: number): number | null {
  const reached = events.find(
    ({ kind, at }) => kind === 'qualified' && at.to < pass.until && at.to <= asOf && mayFollow(at, pass),
  );
  return reached === undefined ? null : Math.max(0, reached.at.to - pass.at.to);
}

/** The latest word: a fact of the past may be told late. */
function saidHot({ attempt }: Pass, verdicts: readonly VerdictInput[]): boolean | null {
  const said = verdicts.filter((verdict) => verdict.attempt === attempt && verdict.hot !== null);
  return said.toSorted((a, b) => a.at.to - b.at.to).at(-1)?.hot ?? null;
}

/** Whether the deal's meeting is of this pass: the last one before it, else the first. Without a date: the last. */
function hasMeeting({ meetingSetFor }: DealInput, passes: readonly Pass[], pass: Pass): boolean {
  if (meetingSetFor === null) return pass === passes.at(-1);
  return pass === (passes.findLast(({ at }) => at.to <= meetingSetFor.to) ?? passes[0]);
}

/** A meeting that is still to come was neither held nor missed. */
function meetingHeld({ deal }: DealFacts, asOf: number): boolean | null {
  return deal.meetingSetFor !== null && deal.meetingSetFor.from > asOf ? null : deal.meetingHeld;
}

interface Standing {
  readonly facts: DealFacts;
  readonly events: readonly DealEvent[];
  readonly decision: Decision;
  readonly pass: Pass;
}

/** A lapsed pass may have been decided after its window: it waits no more, though it has lapsed. */
function isOpen({ facts: { deal }, events, decision, pass }: Standing, setting: Setting): boolean {
  if (decision.kind === 'undecided') return true;
  if (decision.kind !== 'lapsed' || deal.outcome === 'won' || deal.outcome === 'lost') return false;
  const stands = deal.stage === null ? 'active' : kindOfStage(deal.stage, setting);
  return stands === 'active' && !events.some(({ kind, at }) => kind !== 'active' && at.to > pass.at.to);
}
