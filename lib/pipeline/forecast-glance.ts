import type { Basis } from '../forecast/basis-of';
import type { CoverageRequired } from './coverage/coverage-required';

/** What popup and badge show of the forecast: that of the glance's scope and present period. Minor units, whole. */
export interface ForecastGlance {
  /** Of which store, and which state of it. */
  readonly uuid: string;
  readonly generation: number;
  /** The day that it was made on, `YYYY-MM-DD`, and when: ISO 8601 UTC. */
  readonly day: string;
  readonly madeAt: string;
  readonly scope: string;
  readonly currency: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly targetMinor: number | undefined;
  readonly basis: Basis;
  readonly landing: Landing;
  /** Coverage that the remaining target needs, by what open pipeline became in past periods; `undefined`: no target. */
  readonly required: CoverageRequired | undefined;
}

/** Points of the landing's distribution, and the chance of reaching the target. */
export interface Landing {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** `undefined`: there is no target. */
  readonly pHit: number | undefined;
  /** One deal decides: the middle between its two outcomes is no figure. */
  readonly isTwoOutcomes: boolean;
}
