/** A value, and the day from whose beginning on it held; in a list in order of days, one a day. */
export interface Dated<Value> {
  readonly from: number;
  readonly value: Value;
}

/**
 * A field over time. What was first read, or first stated by a history, on a day says nothing of the days before.
 */
export interface FieldPast<Value> {
  /** The first entry is the value that the first change leads away from, or the present one where there is none. */
  readonly steps: readonly Dated<Value>[];
  /** On this day the first value was seen: before it nothing was known. The day of the creation where all is on record. */
  readonly knownFrom: number;
}

/** A deal with its past, day by day: what any earlier day knew of it can be cut from this. Days since 1970-01-01. */
export interface PastDeal {
  readonly id: string;
  readonly created: number;
  /** Nobody knows when it was created: `created` is the day from which on anything is known of it. */
  readonly isFirstSight: boolean;
  /** The day on which a listing no longer had it; NEVER where it is still there. */
  readonly removed: number;
  /** Last day on which anything of it was seen; `undefined`: it is watched. */
  readonly lastSeen: number | undefined;
  /** OPEN, WON or LOST; the first from the creation on. */
  readonly outcomes: readonly Dated<number>[];
  readonly stage: FieldPast<string>;
  /** First day on which a move between stages is on record; NEVER where none is. */
  readonly firstMove: number;
  /** Day on which it came into its present stage, where no move is on record; NEVER where it is not known. */
  readonly stageSince: number;
  /** Minor units of one currency; NaN where none was set. */
  readonly amount: FieldPast<number>;
  /** What the win brought, as it was known from each day on; empty where it is not won. */
  readonly wonValues: readonly Dated<number>[];
  /** Day on which it was expected to close; NEVER where none was set. */
  readonly closeDate: FieldPast<number>;
  readonly category: FieldPast<string | null>;
  /** Whether it was of the scope. */
  readonly owned: readonly Dated<boolean>[];
  /** Days on which anything of it was changed, in order. */
  readonly changeDays: readonly number[];
  readonly product: string | null;
  readonly source: string | null;
  readonly region: string | null;
  readonly team: string | null;
}
