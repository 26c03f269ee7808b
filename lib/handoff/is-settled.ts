import type { DealFacts } from './deal-facts';
import type { FoundPass } from './found-passes';
import { STAGE_TWO_MS } from './metrics';
import type { ChangeInput, DealInput, LeadInput, Moment, VerdictInput } from './request';
import type { Setting } from './setting';

/** All that is known of a deal, before anything of it was left out for being later than `asOf`. */
export interface Told {
  readonly deal: DealInput;
  readonly changes: readonly ChangeInput[];
  readonly leads: readonly LeadInput[];
  readonly verdicts: readonly VerdictInput[];
}

/**
 * Whether no later `asOf` finds anything else of a deal that stays what it is: all that is known of it was before, nothing
 * is dated by `asOf` itself, and no pass is still being watched. Where in doubt it is not.
 */
export function isSettled(
  { deal, changes, leads, verdicts }: Told,
  { owners, stages, outcomes }: DealFacts,
  passes: readonly (readonly [readonly FoundPass[], Setting])[],
): boolean {
  const asOf = passes[0]?.[1].asOf ?? -Infinity;
  const isPast = (moment: Moment | null) => moment === null || moment.to < asOf;
  return (
    [deal.createdAt, deal.closedAt, deal.firstTouchAt, deal.meetingSetFor].every(isPast) &&
    changes.every(({ at }) => isPast(at)) &&
    leads.every(({ convertedAt }) => isPast(convertedAt)) &&
    verdicts.every(({ at }) => isPast(at)) &&
    // What changed unseen after the last change is dated by `asOf`.
    [owners, stages, outcomes].every(({ steps }) => isPast(steps.at(-1)?.at ?? null)) &&
    passes.every(([own, { decideWithinMs }]) =>
      own.every(({ pass, decision }) => {
        const isWatched = pass.at.to + Math.max(decideWithinMs, STAGE_TWO_MS) > asOf;
        // Decided nobody knows when: whoever has not touched it goes on not touching it.
        const isTouchAwaited = decision.at === null && pass.until === Infinity && deal.firstTouchAt === null;
        return !isWatched && !isTouchAwaited;
      }),
    )
  );
}
