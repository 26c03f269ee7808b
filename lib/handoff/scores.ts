import type { Handoff } from './finish-passes';
import { STAGE_TWO_MS, type Scores } from './metrics';

interface Sight {
  readonly asOf: number;
  readonly decideWithinMs: number;
  readonly knowsStages: boolean;
}

/** What one pass says of each share; of audits all of them together say what can be answered at all. */
export function scores(
  handoff: Handoff,
  { asOf, decideWithinMs, knowsStages }: Sight,
): Omit<Scores, 'auditPass'> {
  const { decision, pass, completeness, meetingHeld, outcome, hotPass, timely } = handoff;
  const acceptance = share(
    decision.kind === 'lapsed' || decision.kind === 'undecided' ? null : decision.kind === 'accepted',
  );
  const stage = knowsStages ? stageTwo(handoff, asOf) : null;
  return {
    acceptance,
    stage1to2: stage,
    // Of fewer than half of the fields a share would tell more of what is shown than of the pass.
    completeness:
      completeness === null || completeness.unseen.length > completeness.seen ? null : completeness.share,
    heldRate: share(meetingHeld),
    winRate: share(outcome === null ? null : outcome === 'won'),
    hotPass: share(hotPass),
    timeliness: share(timely),
    oldAcceptance: pass.at.to + decideWithinMs <= asOf ? acceptance : null,
    oldStage1to2: pass.at.to + STAGE_TWO_MS <= asOf ? stage : null,
  };
}

/** Reached in time, or never to be: too old, or returned. A pass accepted at an unknown time is not known. */
function stageTwo({ stageTwoMs: ms, decision, pass }: Handoff, asOf: number): number | null {
  if (ms !== null) return share(ms <= STAGE_TWO_MS);
  if (decision.kind === 'accepted' && decision.at === null) return null;
  const isOver = decision.kind === 'rejected' || decision.kind === 'recycled';
  return isOver || pass.until < Infinity || pass.at.to + STAGE_TWO_MS <= asOf ? 0 : null;
}

function share(fact: boolean | null): number | null {
  return fact === null ? null : Number(fact);
}
