import type { Meter } from './meter-of';
import type { PastForecast, Share } from './past-forecast';
import type { RecordScore } from './record-score';
import type { UnknownCategories } from './unknown-categories';

/** How good the forecasts of one kind of period have been, or why that cannot be said and what would cure it. */
export type KindRecord =
  | {
      readonly kind: 'too-few';
      /** Periods that are over and were forecast. */
      readonly have: number;
      readonly need: number;
      /**
       * `closed-deals`: fewer than ten are known at any day before. `history`: closings are known for too short a time.
       * `nothing-landed`: in none of the periods was anything won.
       */
      readonly reason: 'closed-deals' | 'history' | 'nothing-landed';
    }
  | {
      readonly kind: 'measured';
      readonly forecasts: readonly PastForecast[];
      readonly all: RecordScore;
      /** By the share of the period that was over; a share with too few periods is left out. */
      readonly byShare: readonly { readonly share: Share; readonly score: RecordScore }[];
    };

/** The track record of a scope. Plain data: it crosses a message. */
export interface TrackRecord {
  readonly currency: string;
  readonly scope: string;
  readonly today: string;
  readonly months: KindRecord;
  readonly quarters: KindRecord;
  readonly meter: Meter;
  /** First day since which closings are recorded; `undefined`: none is known. */
  readonly closedSince: string | undefined;
  /** Forecasts in it that were frozen on the day, and that were recomputed from the history. */
  readonly frozen: number;
  readonly recomputed: number;
  /** Share of the deals open on the days looked at of whose amount at the time nothing is on record. */
  readonly withoutPast: number;
  /** Of the deals open now: categories that are not known to commit or not, the most frequent first, and how many have one. */
  readonly unknownCategories: UnknownCategories;
  /** Why today's forecast is not frozen: the pipeline is being read, or that was broken off today. Absent: nothing is in the way. */
  readonly heldBack?: 'reading' | 'broken-off';
}
