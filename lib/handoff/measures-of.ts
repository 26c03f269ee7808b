import type { DecisionKind } from './decide';
import type { Handoff } from './finish-passes';
import { hoursMeasure, type HoursMeasure, type Way } from './hours-measure';
import { incidenceCurve } from './incidence-curve';
import { incidenceShare, type Curve } from './incidence-share';
import { qualityIndex, type QualityIndex } from './quality-index';
import { rate, type Rate, type TooFew } from './rate';
import { STAGE_TWO_MS, type Counts, type Scores } from './metrics';
import { stageTwoLife } from './stage-two-life';
import { decisionLife } from './decision-life';

/** A pass with what it says of each share. */
export interface Scored {
  readonly handoff: Handoff;
  readonly scores: Scores;
}

export interface Measures {
  readonly passes: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly recycled: number;
  readonly lapsed: number;
  readonly undecided: number;
  readonly acceptanceRate: Rate | TooFew;
  readonly timeToAcceptHours: HoursMeasure | TooFew;
  readonly timeToTouchHours: HoursMeasure | TooFew;
  readonly completeness: Rate | TooFew;
  readonly heldRate: Rate | TooFew;
  readonly stage1to2: Rate | TooFew;
  readonly winRate: Rate | TooFew;
  readonly hotPass: Rate | TooFew;
  readonly auditPass: Rate | TooFew;
  readonly returns: readonly { readonly reason: string; readonly n: number }[];
  readonly wonValueMinor: Readonly<Record<string, number>>;
  readonly qualityIndex: QualityIndex | TooFew;
}

/** What every scope is compared with, and how long decisions take. */
export interface Whole {
  readonly asOf: number;
  readonly decideWithinMs: number;
  readonly acceptance: Curve;
  readonly stageTwo: Curve;
}

/**
 * All measures of some passes.
 *
 * @param own Sums of what they say of each share.
 * @param others The wider scope without them, to which they are shrunk.
 */
export function measuresOf(
  scored: readonly Scored[],
  { own, others }: { readonly own: Counts; readonly others: Counts },
  whole: Whole,
): Measures {
  const kinds: Record<DecisionKind, number> = {
    accepted: 0,
    rejected: 0,
    recycled: 0,
    lapsed: 0,
    undecided: 0,
  };
  for (const { handoff } of scored) kinds[handoff.decision.kind] += 1;
  const handoffs = scored.map(({ handoff }) => handoff);
  const acceptanceRate = acceptance(handoffs, { own, others }, whole);
  const stage1to2 = stageTwoRate(scored, { own, others }, whole);
  const completeness = rate(own.completeness, others.completeness);
  const heldRate = rate(own.heldRate, others.heldRate);
  const isFoundByStage = handoffs.some(
    ({ decision }) => decision.kind === 'accepted' && decision.basis === 'event',
  );
  return {
    passes: scored.length,
    ...kinds,
    acceptanceRate,
    timeToAcceptHours: hoursMeasure(handoffs.flatMap(wayToAccept)),
    timeToTouchHours: hoursMeasure(handoffs.flatMap(wayToTouch)),
    completeness,
    heldRate,
    stage1to2,
    winRate: rate(own.winRate, others.winRate),
    hotPass: rate(own.hotPass, others.hotPass),
    auditPass: rate(own.auditPass, others.auditPass),
    returns: returnsOf(handoffs),
    wonValueMinor: wonValue(handoffs),
    qualityIndex: qualityIndex(
      {
        acceptance: acceptanceRate,
        completeness,
        stage1to2: isFoundByStage ? null : stage1to2,
        heldRate,
        timeliness: rate(own.timeliness, others.timeliness),
      },
      scored.length,
    ),
  };
}

interface Both {
  readonly own: Counts;
  readonly others: Counts;
}

/** Accepted among the decided: of an open cohort the estimate of what it will be at the window's end. */
function acceptance(handoffs: readonly Handoff[], { own, others }: Both, whole: Whole): Rate | TooFew {
  if (own.acceptance.n < 1 || handoffs.every(({ pass }) => pass.at.to + whole.decideWithinMs <= whole.asOf))
    return rate(own.acceptance, others.oldAcceptance);
  const curve = incidenceCurve(handoffs.map((one) => decisionLife(one, whole)));
  const { wanted, other, unseen } = incidenceShare(curve, whole.acceptance, whole.decideWithinMs);
  return rate(own.acceptance, others.oldAcceptance, {
    share: wanted / (wanted + other),
    unseen: unseen / (wanted + other + unseen),
  });
}

function stageTwoRate(scored: readonly Scored[], { own, others }: Both, whole: Whole): Rate | TooFew {
  const counted = own.stage1to2;
  if (
    counted.n < 1 ||
    (counted.n === own.oldStage1to2.n &&
      scored.every(({ handoff }) => handoff.pass.at.to + STAGE_TWO_MS <= whole.asOf))
  )
    return rate(counted, others.oldStage1to2);
  const curve = incidenceCurve(scored.map((one) => stageTwoLife(one, whole.asOf)));
  const { wanted, unseen } = incidenceShare(curve, whole.stageTwo, STAGE_TWO_MS);
  return rate(counted, others.oldStage1to2, { share: Math.min(1, wanted), unseen });
}

function wayToAccept({ decision, hoursToAccept, hoursWatched }: Handoff): readonly Way[] {
  if (hoursToAccept !== null) return [{ kind: 'came', hours: hoursToAccept }];
  // Accepted or returned at a time that nobody knows says nothing of how long it takes.
  if (decision.at === null && decision.kind !== 'undecided') return [];
  return [{ kind: 'waits', hours: hoursWatched, isOver: decision.kind !== 'undecided' }];
}

function wayToTouch({ touch }: Handoff): readonly Way[] {
  if (touch.kind === 'unknown') return [];
  return touch.kind === 'touched'
    ? [{ kind: 'came', hours: touch.hours }]
    : [{ kind: 'waits', hours: touch.hours, isOver: touch.isOver }];
}

function returnsOf(handoffs: readonly Handoff[]): Measures['returns'] {
  const counts = new Map<string, number>();
  for (const { decision, reason } of handoffs) {
    if (decision.kind !== 'rejected' && decision.kind !== 'recycled') continue;
    const named = reason ?? 'not given';
    counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, n]) => ({ reason, n }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}

/** By currency; XXX, as ISO 4217 has it, where the deal names none. */
function wonValue(handoffs: readonly Handoff[]): Measures['wonValueMinor'] {
  const sums = new Map<string, number>();
  for (const { outcome, deal } of handoffs) {
    if (outcome !== 'won' || deal.amountMinor === null) continue;
    const currency = deal.currency ?? 'XXX';
    sums.set(currency, (sums.get(currency) ?? 0) + deal.amountMinor);
  }
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
