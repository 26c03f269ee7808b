import type { CompetingLife } from '../stats/aalen-johansen';
import type { Scored } from './measures-of';
import { STAGE_TWO_MS } from './metrics';

/** A pass on its way to the qualified stage (0), or to a return before it (1). */
export function stageTwoLife({ handoff, scores }: Scored, asOf: number): CompetingLife {
  const { pass, decision, stageTwoMs: ms } = handoff;
  const watched = Math.min(STAGE_TWO_MS, Math.max(0, asOf - pass.at.to));
  if (scores.stage1to2 === 1) return { time: ms ?? watched, cause: 0 };
  const isReturned = decision.kind === 'rejected' || decision.kind === 'recycled';
  if (scores.stage1to2 === null || ms !== null || !isReturned) return { time: watched, cause: undefined };
  return { time: Math.min(watched, Math.max(0, (decision.at?.to ?? asOf) - pass.at.to)), cause: 1 };
}
