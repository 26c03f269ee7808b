import { DECISION_KINDS, type DecisionKind } from './decide';
import { hoursMeasure, type HoursMeasure } from './hours-measure';
import { incidenceReached } from './incidence-reached';
import { incidenceShare, type Curve } from './incidence-share';
import { isYoung } from './is-young';
import { NO_CURRENCY, STAGE_TWO_MS, type Counts } from './metrics';
import type { Part } from './part';
import { qualityIndex, type QualityIndex } from './quality-index';
import { rate, type Rate, type TooFew } from './rate';
import { TUNING } from './tuning';

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
  /** By currency; under `XXX` what may be of any. */
  readonly wonValueMinor: Readonly<Record<string, number>>;
  /** Passes that are under `XXX` there: no screen shows a sum that may be of several currencies. */
  readonly wonWithoutCurrency: number;
  readonly qualityIndex: QualityIndex | TooFew;
}

/** What every scope is compared with, and how long decisions take. */
export interface Whole {
  readonly asOf: number;
  readonly decideWithinMs: number;
  readonly acceptance: Curve;
  readonly stageTwo: Curve;
}

interface Both {
  /** Sums of what the passes say of each share. */
  readonly own: Counts;
  /** The wider scope without them, to which they are shrunk. */
  readonly others: Counts;
}

/** All measures of some passes. */
export function measuresOf(part: Part, { own, others }: Both, whole: Whole): Measures {
  const kinds = kindsOf(part);
  const acceptanceRate = acceptance(part, { own, others }, whole);
  const stage1to2 = stageTwoRate(part, { own, others }, whole);
  const completeness = rate(own.completeness, others.completeness);
  const heldRate = rate(own.heldRate, others.heldRate);
  return {
    passes: part.to - part.from,
    ...kinds,
    acceptanceRate,
    timeToAcceptHours: hoursMeasure(part, 'acceptLow', 'acceptHigh'),
    timeToTouchHours: hoursMeasure(part, 'touchLow', 'touchHigh'),
    completeness,
    heldRate,
    stage1to2,
    winRate: rate(own.winRate, others.winRate),
    hotPass: rate(own.hotPass, others.hotPass),
    auditPass: rate(own.auditPass, others.auditPass),
    returns: kinds.rejected + kinds.recycled === 0 ? [] : returnsOf(part),
    ...wonValue(part),
    qualityIndex: qualityIndex(
      {
        acceptance: acceptanceRate,
        completeness,
        stage1to2: isAcceptedByEvent(part) ? null : stage1to2,
        heldRate,
        timeliness: rate(own.timeliness, others.timeliness),
      },
      part.to - part.from,
    ),
  };
}

/** Accepted among the decided: of an open cohort the estimate of what it will be at the window's end. */
function acceptance(part: Part, { own, others }: Both, whole: Whole): Rate | TooFew {
  const { decideWithinMs, asOf } = whole;
  if (own.acceptance.n < TUNING.leastCount || !isYoung(part, decideWithinMs, asOf))
    return rate(own.acceptance, others.oldAcceptance);
  const reached = incidenceReached(part, 'decision');
  const { wanted, other, unseen } = incidenceShare(reached, whole.acceptance, decideWithinMs);
  return rate(own.acceptance, others.oldAcceptance, {
    share: wanted / (wanted + other),
    unseen: unseen / (wanted + other + unseen),
  });
}

function stageTwoRate(part: Part, { own, others }: Both, whole: Whole): Rate | TooFew {
  const counted = own.stage1to2;
  if (
    counted.n < TUNING.leastCount ||
    (counted.n === own.oldStage1to2.n && !isYoung(part, STAGE_TWO_MS, whole.asOf))
  )
    return rate(counted, others.oldStage1to2);
  const reached = incidenceReached(part, 'stageTwo');
  const { wanted, unseen } = incidenceShare(reached, whole.stageTwo, STAGE_TWO_MS);
  return rate(counted, others.oldStage1to2, { share: Math.min(1, wanted), unseen });
}

function kindsOf({ columns: { kind }, rows, from, to }: Part): Record<DecisionKind, number> {
  const counts = new Int32Array(DECISION_KINDS.length);
  for (let at = from; at < to; at += 1) {
    const own = kind[rows[at] ?? 0] ?? 0;
    counts[own] = (counts[own] ?? 0) + 1;
  }
  const [accepted = 0, rejected = 0, recycled = 0, lapsed = 0, undecided = 0] = counts;
  return { accepted, rejected, recycled, lapsed, undecided };
}

function isAcceptedByEvent({ columns, rows, from, to }: Part): boolean {
  for (let at = from; at < to; at += 1) if (columns.isAcceptedByEvent[rows[at] ?? 0] === 1) return true;
  return false;
}

function returnsOf(part: Part): Measures['returns'] {
  const { names, codes } = part.columns.reason;
  return summed(part, codes, () => 1)
    .map(([code, n]) => ({ reason: names[code] ?? '', n }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}

function wonValue(part: Part): Pick<Measures, 'wonValueMinor' | 'wonWithoutCurrency'> {
  const { wonIn, wonMinor } = part.columns;
  const none = wonIn.names.indexOf(NO_CURRENCY);
  let wonWithoutCurrency = 0;
  const sums = summed(part, wonIn.codes, (row) => {
    if (wonIn.codes[row] === none) wonWithoutCurrency += 1;
    return wonMinor[row] ?? 0;
  }).toSorted(([a], [b]) => a - b);
  const wonValueMinor = Object.fromEntries(sums.map(([code, sum]) => [wonIn.names[code] ?? '', sum]));
  return { wonValueMinor, wonWithoutCurrency };
}

/** By code; rows without one are left out. */
function summed(
  { rows, from, to }: Part,
  codes: Int32Array,
  of: (row: number) => number,
): readonly (readonly [code: number, sum: number])[] {
  const sums = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const row = rows[at] ?? 0;
    const code = codes[row] ?? -1;
    if (code >= 0) sums.set(code, (sums.get(code) ?? 0) + of(row));
  }
  return [...sums];
}
