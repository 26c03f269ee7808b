import type { DecisionKind } from './decide';
import type { Handoff } from './finish-passes';
import { foundOn, type Passes } from './found-on';
import { isYoung } from './is-young';
import type { Whole } from './measures-of';
import { STAGE_TWO_MS, type Counts, type Metric } from './metrics';
import { othersOf } from './others-of';
import type { Part } from './part';
import { isChosen } from './is-chosen';
import { partOfDays } from './part-of-days';
import type { HandoffQuery } from './handoff-report';
import { sumsOf } from './sums-of';
import type { HourRange, Touch } from './touch';
import { TUNING } from './tuning';

const RATES = [
  'acceptance',
  'completeness',
  'stage1to2',
  'heldRate',
  'timeliness',
  'winRate',
  'hotPass',
  'auditPass',
] as const satisfies readonly Metric[];

/** The figures that open to their passes. */
export const SHOWN = [
  'passes',
  'accepted',
  'returned',
  'lapsed',
  'undecided',
  ...RATES,
  'timeToAccept',
  'timeToTouch',
] as const;
export type Shown = (typeof SHOWN)[number];

/** Which figure, of which passes. */
export interface PassesQuery extends Omit<HandoffQuery, 'withPairs'> {
  readonly show: Shown;
  /** Of returned passes those of one reason. */
  readonly reason?: string | undefined;
}

/** One pass that a figure is made of. */
export interface PassLine {
  /** The deal's key. */
  readonly deal: string;
  readonly name: string | undefined;
  readonly attempt: number;
  /** By which it was found. */
  readonly rule: 1 | 2 | 3 | 4;
  readonly from: string | null;
  readonly to: string | null;
  readonly passedAt: { readonly from: number; readonly to: number };
  readonly decision: DecisionKind;
  readonly reason: string | null;
  readonly hoursToAccept: HourRange | null;
  readonly touch: Touch;
  /** What it adds to the share that is shown, 0..1; `undefined` where none is. */
  readonly share: number | undefined;
}

/** Passes of a figure, the latest first, and how the figure is worked out. */
export interface PassList {
  readonly query: PassesQuery;
  readonly rows: readonly PassLine[];
  readonly n: number;
  /** Of a share alone. */
  readonly working: Working | undefined;
}

/** How a share is worked out: `(prior * weight + sum) / (weight + n)`. */
export interface Working {
  readonly sum: number;
  readonly n: number;
  /**
   * The others' share, and how many passes it weighs; without others it is one half, and weighs two. Absent where the
   * figure that was opened may be drawn towards others than these: a month towards the other months, a choice within a choice.
   */
  readonly towards?: { readonly prior: number; readonly weight: number };
  /** Some passes are too young to tell: what they will add is estimated, and the share that is shown is another one. */
  readonly isEstimate: boolean;
}

const MOST = 500;

/** The passes that a figure of the report is made of. */
export function passesShown(passes: Passes, query: PassesQuery): PassList {
  const { period, filter, show, reason } = query;
  const end = Temporal.PlainDate.from(period.end).subtract({ days: 1 }).toString();
  const { rules, scored } = foundOn(passes, end < passes.today ? end : passes.today);
  const { columns, handoffs, whole } = scored;
  const { teams } = rules.setting;
  const days = { ...period, zone: rules.calendar.timeZone };
  const chosen = partOfDays(columns, days, isChosen(columns, filter));
  const metric = RATES.find((name) => name === show);
  const scores = metric && columns.scores[metric];
  const counted = Array.from(chosen.rows).filter((row) =>
    scores === undefined ? isCounted(handoffs[row], show, reason) : !Number.isNaN(scores[row] ?? NaN),
  );
  const own = sumsOf(chosen);
  return {
    query,
    n: counted.length,
    rows: counted
      .toReversed()
      .slice(0, MOST)
      .flatMap((row) => {
        const handoff = handoffs[row];
        return handoff === undefined ? [] : [lineOf(handoff, scores?.[row], passes)];
      }),
    working:
      metric &&
      workingOf(metric, chosen, {
        own,
        others: othersOf({ wider: partOfDays(columns, days, () => true), filter, teams }),
        whole,
        isPlain: isPlain(query),
      }),
  };
}

function isCounted(handoff: Handoff | undefined, show: Shown, reason: string | undefined): boolean {
  if (handoff === undefined) return false;
  const { kind } = handoff.decision;
  if (show === 'returned')
    return (
      (kind === 'rejected' || kind === 'recycled') &&
      (reason === undefined || (handoff.reason ?? 'not given') === reason)
    );
  if (show === 'timeToAccept') return handoff.hoursToAccept !== null;
  if (show === 'timeToTouch') return handoff.touch.kind === 'touched';
  return show === 'passes' || kind === show;
}

function lineOf(handoff: Handoff, share: number | undefined, { book }: Passes): PassLine {
  const { deal, pass, decision, reason, hoursToAccept, touch } = handoff;
  return {
    deal: deal.id,
    name: book.deals.get(deal.id)?.name,
    attempt: pass.attempt,
    rule: pass.rule,
    from: pass.from,
    to: pass.to,
    passedAt: pass.at,
    decision: decision.kind,
    reason,
    hoursToAccept,
    touch,
    share,
  };
}

interface Context {
  readonly own: Counts;
  readonly others: Counts;
  readonly whole: Whole;
  readonly isPlain: boolean;
}

/** One choice at most, of more than a month. */
function isPlain({ filter, period }: PassesQuery): boolean {
  const chosen = Object.values(filter).filter((value) => value !== undefined).length;
  const days = Temporal.PlainDate.from(period.start).until(period.end).total('days');
  return days > 31 && chosen <= 1 && filter.person === undefined;
}

function workingOf(
  metric: (typeof RATES)[number],
  chosen: Part,
  { own, others: counts, whole, isPlain: isOne }: Context,
): Working {
  const isOfAge = metric === 'acceptance' || metric === 'stage1to2';
  // Young passes are compared with those that are old enough for every decision to be in.
  const others =
    counts[metric === 'acceptance' ? 'oldAcceptance' : metric === 'stage1to2' ? 'oldStage1to2' : metric];
  const windowMs = metric === 'acceptance' ? whole.decideWithinMs : STAGE_TWO_MS;
  return {
    ...own[metric],
    ...(isOne && {
      towards: {
        prior: (others.sum + 1) / (others.n + 2),
        weight: Math.min(TUNING.shrinkStrength, others.n + 2),
      },
    }),
    isEstimate: isOfAge && isYoung(chosen, windowMs, whole.asOf),
  };
}
