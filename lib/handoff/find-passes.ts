import type { DealFacts } from './deal-facts';
import { dealEvents, type DealEvent } from './deal-events';
import { isReturnAfter } from './is-return-after';
import { otherPasses } from './other-passes';
import { ownerPasses, type Candidate } from './owner-passes';
import type { Setting } from './setting';

/** One pass of the baton. */
export interface Pass extends Candidate {
  readonly attempt: number;
  /** Nothing before this instant belongs to it: the last return or loss before it. */
  readonly after: number;
  /** From here on all belongs to the next pass; `Infinity` for the last one. */
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
  const chosen: { pass: Candidate; stretch: number }[] = [];
  let stretch = 0;
  for (const pass of candidates) {
    for (let end = ends[stretch]; end !== undefined && end.at.to <= pass.at.to; end = ends[stretch]) {
      if (isReturnAfter(end, pass)) break;
      stretch += 1;
    }
    // Seen once to the hour and once more as a day, with a loss in between: one pass.
    if (chosen.some((better) => isSeenIn(pass, better.pass))) continue;
    const last = chosen.at(-1);
    if (last !== undefined && pass.rule > 2 && last.pass.to === pass.to) {
      // Lost and opened again by whoever has it: nobody has passed it anew.
      const between = ends.slice(last.stretch, stretch);
      if (between.length > 0 && between.every(({ kind }) => kind === 'lost')) continue;
    }
    if (last === undefined || last.stretch !== stretch) chosen.push({ pass, stretch });
    else if (pass.rule < last.pass.rule) last.pass = pass;
  }
  const begun = chosen.map(({ pass }, nth) => {
    const before = chosen[nth - 1];
    return { ...pass, attempt: nth + 1, after: lastEnd(pass, ends, before && ends[before.stretch]) };
  });
  return {
    events,
    passes: begun.map((pass, nth) => {
      const next = begun[nth + 1];
      return { ...pass, until: next === undefined ? Infinity : Math.max(next.at.from, next.after) };
    }),
  };
}

function isSeenIn({ rule, to, at }: Candidate, better: Candidate): boolean {
  return rule > better.rule && to === better.to && at.from <= better.at.to && better.at.to <= at.to;
}

/**
 * The last end that was surely before a pass: before its range, or a return, since owners have one order. Of the others
 * within the range only the one counts that parts it from the pass before.
 */
function lastEnd(pass: Candidate, ends: readonly DealEvent[], parting: DealEvent | undefined): number {
  const sure = ends.findLast(
    (end) =>
      !isReturnAfter(end, pass) &&
      (end.at.to <= pass.at.from || (end.kind === 'returned' && end.at.to <= pass.at.to)),
  );
  return Math.max(sure?.at.to ?? -Infinity, parting?.at.to ?? -Infinity);
}
