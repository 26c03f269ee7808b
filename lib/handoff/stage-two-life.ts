import type { CompetingLife } from '../stats/lives-of';
import type { Handoff } from './finish-passes';
import { STAGE_TWO_MS } from './metrics';

/** A pass on its way to the qualified stage (0), or to a return before it (1). */
export function stageTwoLife(
  { pass, decision, stageTwoMs: ms }: Handoff,
  { asOf, stage1to2 }: { readonly asOf: number; readonly stage1to2: number | null },
): CompetingLife {
  const watched = Math.min(STAGE_TWO_MS, Math.max(0, asOf - pass.at.to));
  if (stage1to2 === 1) return { time: ms ?? watched, cause: 0 };
  const isReturned = decision.kind === 'rejected' || decision.kind === 'recycled';
  if (stage1to2 === null || ms !== null || !isReturned) return { time: watched, cause: undefined };
  return { time: Math.min(watched, Math.max(0, (decision.at?.to ?? asOf) - pass.at.to)), cause: 1 };
}
