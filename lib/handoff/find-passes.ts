import type { DealFacts } from './deal-facts';
import { dealEvents, type DealEvent } from './deal-events';
import { otherPasses } from './other-passes';
import { ownerPasses, type Candidate } from './owner-passes';
import type { Setting } from './setting';

/** One pass of the baton. */
export interface Pass extends Candidate {
  readonly attempt: number;
  /** Nothing before this instant belongs to it: the last return or pass. */
  readonly after: number;
  /** The next pass's instant; `Infinity` for the last one. */
  readonly until: number;
}

/**
 * A deal's passes in their order. Between two returns there is one pass at most, found by the most trusted rule that
 * finds any; a pass after a return has the next attempt number.
 */
export function findPasses(
  facts: DealFacts,
  setting: Setting,
): { readonly passes: readonly Pass[]; readonly events: readonly DealEvent[] } {
  const { passes, returns } = ownerPasses(facts, setting);
  const events = dealEvents(facts, returns, setting);
  const candidates = [...passes, ...otherPasses(facts, setting)]
    .filter(({ at }) => at.to <= setting.asOf)
    .toSorted((a, b) => a.at.to - b.at.to || a.rule - b.rule);
  const ends = events.filter(({ kind }) => kind === 'returned' || kind === 'nurtured' || kind === 'lost');
  const chosen: { pass: Candidate; stretch: number; after: number }[] = [];
  let stretch = 0;
  for (const pass of candidates) {
    while (stretch < ends.length && (ends[stretch]?.at.to ?? 0) <= pass.at.to) stretch += 1;
    const last = chosen.at(-1);
    const after = ends[stretch - 1]?.at.to ?? -Infinity;
    if (last !== undefined && pass.rule > 2 && last.pass.to === pass.to) {
      // Lost and opened again by whoever has it: nobody has passed it anew.
      const between = ends.slice(last.stretch, stretch);
      if (between.length > 0 && between.every(({ kind }) => kind === 'lost')) continue;
    }
    if (last === undefined || last.stretch !== stretch) chosen.push({ pass, stretch, after });
    else if (pass.rule < last.pass.rule) last.pass = pass;
  }
  return {
    events,
    passes: chosen.map(({ pass, after }, at) => ({
      ...pass,
      attempt: at + 1,
      after,
      until: chosen[at + 1]?.pass.at.to ?? Infinity,
    })),
  };
}
