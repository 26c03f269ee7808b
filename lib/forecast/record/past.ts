import type { StageInput } from '../request';

/** Values over time of many rows: those of row `r` are `start[r]` to `start[r + 1]`, in order of days. */
export interface Steps {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly value: Float64Array;
}

/** Steps of a field, and of each row the day before which nothing of it was known. */
export interface FieldSteps extends Steps {
  readonly knownFrom: Int32Array;
}

/** Texts by code; -1 stands for none. */
interface Coded {
  readonly names: readonly string[];
}

/** All deals of a scope with their past, in columns: see `PastDeal`. Rows stand in the order of their ids. */
export interface Past {
  readonly configured: readonly StageInput[];
  readonly ids: readonly string[];
  readonly created: Int32Array;
  readonly isFirstSight: Uint8Array;
  readonly removed: Int32Array;
  /** NEVER where it is watched. */
  readonly lastSeen: Int32Array;
  readonly outcomes: Steps;
  readonly stages: FieldSteps & Coded;
  readonly firstMove: Int32Array;
  readonly stageSince: Int32Array;
  readonly amounts: FieldSteps;
  readonly wonValues: Steps;
  readonly closeDates: FieldSteps;
  readonly categories: FieldSteps & Coded;
  readonly owned: Steps;
  readonly changes: Pick<Steps, 'start' | 'from'>;
  readonly segments: readonly (Coded & { readonly name: string; readonly codes: Int32Array })[];
}
