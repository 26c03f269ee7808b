/**
 * A quota: what a scope is to win in a period, as entered on a day. One row of the table `targets`. Entered again on
 * another day, the older figure stays beside it.
 */
export interface Target {
  /** `all`, `team:<name>`, `person:<owner>` or a segment, `region:<value>`: see `scopeId`. */
  readonly scope: string;
  /** First day and day after the last, `2026-04-01/2026-07-01`: it holds whatever the fiscal calendar becomes. */
  readonly period: string;
  /** Day from which it holds, `YYYY-MM-DD`. */
  readonly from: string;
  /** Minor units; `null`: from that day on there is none. */
  readonly amountMinor: number | null;
  readonly currency: string;
}
