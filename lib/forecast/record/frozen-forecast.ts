/** What simpler ways said of a period on the day of a forecast: its whole landing, in minor units; `null`: nothing. */
export interface Baselines {
  /** What the last period that was over by then has landed. */
  readonly lastPeriodMinor: number | null;
  /** Won so far, and the rest at the pace of the last 28 or 91 days: see `runRateOf`. */
  readonly runRateMinor: number | null;
  /** Won so far, and the open deals at the chances that the CRM gives them: see `crmViews`. */
  readonly stageWeightsMinor: number | null;
  /** Won so far, and the open deals that their owners have committed to. */
  readonly commitMinor: number | null;
}

/**
 * A forecast of a period as it was made on a day: one row of the table `snapshots`. It is written once a day and never
 * edited, so that what was said beforehand can be held against what landed. Money in minor units of `currency`, whole.
 */
export interface FrozenForecast {
  /** See `scopeId`. */
  readonly scope: string;
  /** See `periodId`: `2026-04-01/2026-07-01`. */
  readonly period: string;
  /** `YYYY-MM-DD`: what was known by the end of this day, as far as it had been read when the row was written. */
  readonly takenOn: string;
  readonly currency: string;
  /** First day inside, first day outside. */
  readonly start: string;
  readonly end: string;
  readonly p10: number;
  readonly p50: number;
  readonly mean: number;
  readonly p90: number;
  /** Chance of reaching the target, 0..1; `null` where none was set. */
  readonly pHit: number | null;
  readonly targetMinor: number | null;
  /** Where none was set: a mark that stands in for one (see `markOf`), and the chance that was given of reaching it. */
  readonly reference?: { readonly markMinor: number; readonly pHit: number };
  /** Won inside the period so far. */
  readonly wonMinor: number;
  /** Known amounts of all open deals, and how many open deals there were. */
  readonly openMinor: number;
  readonly openDeals: number;
  /** Open deals that had been read, and how many the CRM said there were, where these were more; `null`: nobody said. */
  readonly sight?: { readonly read: number; readonly total: number | null };
  readonly baselines: Baselines;
  /** Two rows of one digest were made from the same deals: see `bookDigest`. */
  readonly inputsDigest: string;
  readonly madeBy: 'frozen';
  readonly version: 1;
}
