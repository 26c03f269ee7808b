import type { SegmentValues } from '../pipeline/scope/segment-values';
import type { Basis } from './basis-of';
import type { PeriodForecast } from './answer';
import type { Driver } from './drivers';
import type { FrozenForecast } from './record/frozen-forecast';
import type { RecurringReport } from './recurring/recurring-report';

/** What a screen shows of the forecast of a scope. Plain data: it crosses a message. */
export interface ForecastReport {
  readonly currency: string;
  readonly scope: string;
  /** What is known of it is in the figures, and what is left of it is still to come: `YYYY-MM-DD`. */
  readonly today: string;
  readonly basis: Basis;
  /** Deals that the forecast stands on, and how many of them are open. */
  readonly deals: number;
  readonly open: number;
  /** Day of the first creation that is known, and the day since which closings are: see `closingDays`. */
  readonly since: string | undefined;
  readonly closedSince: string | undefined;
  /** Deals that have no part in it. */
  readonly leftOut: LeftOutCounts;
  /** Deals of which nobody knows when they were created: the pace of wins stands in for new ones. */
  readonly uncreated: { readonly open: number; readonly closed: number };
  /** Won deals that are dated after today: won, in the period of that day. */
  readonly wonAhead: number;
  /** Whether nobody states how many open deals there are: the range is wider by the rule of `sightEffect`. */
  readonly isTotalUnknown: boolean;
  /** The segments of all deals that are still there, whatever the scope: what may be asked for instead. */
  readonly segments: SegmentValues;
  /** Open deals without an amount: taken as a usual win. */
  readonly withoutAmount: number;
  /** Revenue that recurs; absent where no deal brings any. */
  readonly recurring?: RecurringReport;
  /** The present period, and the next one. */
  readonly periods: readonly PeriodReport[];
  /** The same as rows to freeze; none where there is no forecast. */
  readonly frozen: readonly FrozenForecast[];
}

export interface LeftOutCounts {
  /** The amount is in a currency without a rate, or in one that is not known. */
  readonly noRate: number;
  readonly noOutcome: number;
  /** Closed on a day that nobody knows. */
  readonly undated: number;
}

export interface PeriodReport {
  readonly start: string;
  readonly end: string;
  readonly target: number | null;
  /** A target is set, in a currency that has no rate. */
  readonly isTargetWithoutRate: boolean;
  readonly forecast: PeriodForecast;
  /** Parts of the mean landing: they add up to it. */
  readonly parts: { readonly won: number; readonly open: number; readonly fresh: number };
  /** Wins to expect of deals that are not created yet. */
  readonly freshWins: number;
  /** Won value at the end of each day from the period's first on that is over or going on, the last of it today's. */
  readonly wonByDay: readonly number[];
  /** Key of the one deal that decides what is to come. */
  readonly decidedBy: string | undefined;
  /** The open deals that most is expected of, most first. */
  readonly top: readonly TopDeal[];
  /** What is expected of all others together, and how many they are. */
  readonly others: { readonly n: number; readonly expected: number };
}

export interface TopDeal {
  readonly key: string;
  /** To be won inside the period, 0..1. */
  readonly chance: number;
  /** What a win would bring. */
  readonly value: number;
  readonly isAmountKnown: boolean;
  readonly drivers: readonly Driver[];
}
