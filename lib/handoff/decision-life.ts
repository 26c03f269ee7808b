import type { CompetingLife } from '../stats/lives-of';
import type { Handoff } from './finish-passes';

/** A pass on its way to a decision: accepted (0) or returned (1). */
export function decisionLife(
  { pass, decision }: Handoff,
  { asOf, decideWithinMs }: { readonly asOf: number; readonly decideWithinMs: number },
): CompetingLife {
  const watched = Math.min(decideWithinMs, Math.max(0, asOf - pass.at.to));
  const { kind, at } = decision;
  if (kind === 'lapsed' || kind === 'undecided') return { time: watched, cause: undefined };
  const time = at === null ? watched : Math.min(decideWithinMs, Math.max(0, at.to - pass.at.to));
  return { time, cause: kind === 'accepted' ? 0 : 1 };
}
