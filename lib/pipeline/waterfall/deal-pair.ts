import type { Outcome } from '../../deal/deal';

/** What the waterfall asks of a deal as it was at the beginning of a day. */
export interface DealState {
  readonly outcome: Outcome | undefined;
  /** Its amount in minor units; 0 where it is not known. */
  readonly minor: number;
  /** What the amount is counted in: a code, or its `apartUnit`. Amounts of different units are never added. */
  readonly unit: string;
  readonly owner: string | undefined;
  /** Day on which it is expected to close, since 1970-01-01. */
  readonly closeDay: number | undefined;
}

/** `absent`: not created yet, or removed. `unknown`: nothing of it was known by then. */
export type PastState = DealState | 'absent' | 'unknown';

/** One deal on two days. */
export interface DealPair {
  readonly key: string;
  readonly before: PastState;
  readonly after: PastState;
}

/** Which open deals are in the pipeline that is looked at. */
export interface PipelineView {
  /** Owners; `undefined`: all. */
  readonly members: ReadonlySet<string> | undefined;
  /** Days on which they are expected to close, `end` outside; `undefined`: any, or none. */
  readonly period: { readonly start: number; readonly end: number } | undefined;
}
