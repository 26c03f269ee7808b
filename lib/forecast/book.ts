/** What became of a deal before the day of the forecast. */
export const OPEN = 0;
export const WON = 1;
export const LOST = 2;

/** A day that never comes: end of what is still going on. */
export const NEVER = 2 ** 30;

/** One value per deal, coded: rows of one code share a product, an owner ... -1 where it is not known. */
export interface Segment {
  readonly name: string;
  readonly codes: Int32Array;
  readonly size: number;
}

/**
 * Expected close dates over time. Only where changes of them are on record: many CRMs set the date to the day of the
 * closing, and a date that may have been set afterwards says nothing of what was known before.
 */
export interface CloseDates {
  readonly start: Int32Array;
  readonly from: Int32Array;
  /** NEVER: none was set. */
  readonly day: Int32Array;
}

/**
 * All that is known of a scope's deals at 00:00 UTC of `asOf`, in columns. Days are numbers since 1970-01-01.
 * Rows stand in the order of their ids, so that the order in which deals were given changes no sum.
 */
export interface Book {
  /** Nothing of this day or later is in the book. */
  readonly asOf: number;
  /** Closings before this day are not in the book. */
  readonly dataStart: number;
  readonly stages: readonly string[];
  /** The configured chance to win, 0..1; NaN where none is. */
  readonly stageProbability: Float64Array;
  readonly ids: readonly string[];
  readonly created: Int32Array;
  /** 1 where nobody knows when a deal was created: `created` is then the day from which on anything is known of it. */
  readonly isFirstSight: Uint8Array;
  /** NEVER for an open deal. */
  readonly closed: Int32Array;
  readonly outcome: Uint8Array;
  /** What is known of an open deal's value; NaN where nothing is. */
  readonly amount: Float64Array;
  /** What a won deal brought, below 0 of a credit note; 0 for others. */
  readonly value: Float64Array;
  /** First day of which nothing is known of the deal any more; NEVER where it is watched. */
  readonly seen: Int32Array;
  /** Stays of deal `i` are `stayStart[i]` to `stayStart[i + 1]`, in order of time; at most one begins on a day. */
  readonly stayStart: Int32Array;
  readonly stayStage: Int32Array;
  readonly stayFrom: Int32Array;
  /** Days on which anything of deal `i` was changed: `changeStart[i]` to `changeStart[i + 1]`, in order. */
  readonly changeStart: Int32Array;
  readonly changeDay: Int32Array;
  /** Close dates as they were set, in the same form: from which day each held, and which day it named. */
  readonly closeDates: CloseDates;
  /** Multiplies a deal's hazard to win from the day of the forecast on; 1 but where stages could not be learned. */
  readonly stageFactor: Float64Array;
  readonly segments: readonly Segment[];
  /** Number of rows in which something was odd, by what it was. */
  readonly oddities: Readonly<Record<string, number>>;
}
