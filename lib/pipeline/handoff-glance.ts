import type { Missing } from '../handoff/what-is-missing';
import type { HourRange } from '../handoff/touch';

/** What popup and side panel show of handoffs: those of the glance's scope, passed in its period. */
export interface HandoffGlance {
  /** Of which store, and which state of it. */
  readonly uuid: string;
  readonly generation: number;
  /** The day that it was made on, `YYYY-MM-DD`, and when: ISO 8601 UTC. */
  readonly day: string;
  readonly madeAt: string;
  readonly scope: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly passes: number;
  readonly accepted: number;
  /** Undecided within the window. */
  readonly waiting: number;
  /** Rejected or recycled. */
  readonly returned: number;
  readonly lapsed: number;
  /** Business hours, the median; `undefined`: too few. */
  readonly hoursToAccept: number | HourRange | undefined;
  /** 0..1; `undefined`: too few, or nothing tells. */
  readonly complete: number | undefined;
  /** Acceptance by month of the pass, the last six that there are; `share` 0..1, `undefined` where too few. */
  readonly trend: readonly {
    readonly month: string;
    readonly share: number | undefined;
    readonly maturing: boolean;
  }[];
  /** Why there is nothing to show. */
  readonly missing: readonly Missing[];
}
