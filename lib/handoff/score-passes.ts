import { answerableChecks } from './answerable-checks';
import { audit } from './audit';
import { decisionLife } from './decision-life';
import type { Handoff } from './finish-passes';
import { incidenceCurve } from './incidence-curve';
import type { Scored, Whole } from './measures-of';
import { scores } from './scores';
import type { Setting } from './setting';
import { stageTwoLife } from './stage-two-life';

/** Passes ready to be measured, with what each choice of them is compared with. */
export interface ScoredPasses {
  readonly all: readonly Scored[];
  readonly whole: Whole;
}

/** What each pass says of each share, and how long decisions take: once for all choices of them. */
export function scorePasses(
  handoffs: readonly Handoff[],
  { asOf, decideWithinMs, qualifiedOrder }: Setting,
): ScoredPasses {
  const lists = handoffs.map(audit);
  const sight = {
    asOf,
    decideWithinMs,
    answerable: answerableChecks(lists),
    knowsStages: qualifiedOrder !== undefined,
  };
  const all = handoffs.map((handoff, at): Scored => ({
    handoff,
    scores: scores(handoff, lists[at] ?? [], sight),
  }));
  return {
    all,
    whole: {
      asOf,
      decideWithinMs,
      acceptance: incidenceCurve(handoffs.map((one) => decisionLife(one, sight))),
      stageTwo: incidenceCurve(all.map((one) => stageTwoLife(one, asOf))),
    },
  };
}
