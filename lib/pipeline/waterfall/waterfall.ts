import type { DealPair, DealState, PipelineView } from './deal-pair';
import { isInPipeline } from './is-in-pipeline';
import { reasonOf, reasons, type Reason } from './reason-of';

/** One deal behind a bar; 0 on the day on which it was not in the pipeline, or not in this unit. */
export interface WaterfallDeal {
  readonly key: string;
  readonly beforeMinor: number;
  readonly afterMinor: number;
}

export interface WaterfallBar {
  readonly reason: Reason;
  /** What its deals changed the sum by, in minor units. */
  readonly minor: number;
  /** The largest change first. */
  readonly deals: readonly WaterfallDeal[];
}

/** The open pipeline of one unit on two days, and what lies between: opening + bars = closing, to the minor unit. */
export interface Waterfall {
  readonly unit: string;
  readonly opening: { readonly minor: number; readonly n: number };
  readonly closing: { readonly minor: number; readonly n: number };
  /** In the order of {@link reasons}; a reason that no deal has is not there. */
  readonly bars: readonly WaterfallBar[];
  /** Deals of the pipeline on both days with the same amount. */
  readonly unchanged: number;
  /** Deals whose amounts would carry the sums beyond the exact integers: in no sum at all. */
  readonly tooLarge: number;
}

/**
 * What changed the open pipeline between two days, one reason a deal (`reasonOf`; `amount-up` and `amount-down` where
 * it was in the pipeline on both). Each unit by itself, the one with most deals first. A deal that turned from one unit
 * to another goes down in the one and up in the other.
 */
export function waterfall(pairs: Iterable<DealPair>, view: PipelineView): readonly Waterfall[] {
  const falls = new Map<string, FallInMaking>();
  for (const pair of pairs) {
    const before = isInPipeline(pair.before, view) ? pair.before : undefined;
    const after = isInPipeline(pair.after, view) ? pair.after : undefined;
    const moved = reasonOf(pair, view);
    for (const unit of new Set([before?.unit, after?.unit])) {
      if (unit === undefined) continue;
      let fall = falls.get(unit);
      if (fall === undefined) falls.set(unit, (fall = fallInMaking()));
      add(fall, { key: pair.key, before: within(before, unit), after: within(after, unit), moved });
    }
  }
  return [...falls].map(([unit, fall]) => finished(unit, fall)).toSorted(byUse);
}

interface FallInMaking {
  readonly deals: Map<Reason, WaterfallDeal[]>;
  readonly opening: { minor: number; n: number };
  readonly closing: { minor: number; n: number };
  /** Sum of all sizes: as long as it is exact, so is every sum of a part. */
  size: number;
  unchanged: number;
  tooLarge: number;
}

interface Step {
  readonly key: string;
  readonly before: DealState | undefined;
  readonly after: DealState | undefined;
  readonly moved: Reason | undefined;
}

function fallInMaking(): FallInMaking {
  const none = () => ({ minor: 0, n: 0 });
  return { deals: new Map(), opening: none(), closing: none(), size: 0, unchanged: 0, tooLarge: 0 };
}

function within(state: DealState | undefined, unit: string): DealState | undefined {
  return state?.unit === unit ? state : undefined;
}

function add(fall: FallInMaking, { key, before, after, moved }: Step): void {
  const [beforeMinor, afterMinor] = [before?.minor ?? 0, after?.minor ?? 0];
  const size = fall.size + Math.abs(beforeMinor) + Math.abs(afterMinor);
  if (!Number.isSafeInteger(size)) {
    fall.tooLarge += 1;
    return;
  }
  fall.size = size;
  count(fall.opening, before);
  count(fall.closing, after);
  const reason = moved ?? amountReason(beforeMinor, afterMinor);
  if (reason === undefined) {
    fall.unchanged += 1;
    return;
  }
  const deals = fall.deals.get(reason) ?? [];
  deals.push({ key, beforeMinor, afterMinor });
  fall.deals.set(reason, deals);
}

function count(sum: { minor: number; n: number }, state: DealState | undefined): void {
  if (state === undefined) return;
  sum.minor += state.minor;
  sum.n += 1;
}

function amountReason(before: number, after: number): Reason | undefined {
  if (before === after) return undefined;
  return after > before ? 'amount-up' : 'amount-down';
}

function finished(unit: string, { deals, opening, closing, unchanged, tooLarge }: FallInMaking): Waterfall {
  const bars = reasons.flatMap((reason): WaterfallBar[] => {
    const own = deals.get(reason);
    if (own === undefined) return [];
    const minor = own.reduce((sum, deal) => sum + changeOf(deal), 0);
    return [{ reason, minor, deals: own.toSorted(byChange) }];
  });
  return { unit, opening, closing, bars, unchanged, tooLarge };
}

function changeOf({ beforeMinor, afterMinor }: WaterfallDeal): number {
  return afterMinor - beforeMinor;
}

function byChange(a: WaterfallDeal, b: WaterfallDeal): number {
  return Math.abs(changeOf(b)) - Math.abs(changeOf(a)) || (a.key < b.key ? -1 : 1);
}

function byUse(a: Waterfall, b: Waterfall): number {
  const n = (fall: Waterfall) => Math.max(fall.opening.n, fall.closing.n);
  return n(b) - n(a) || (a.unit < b.unit ? -1 : 1);
}
