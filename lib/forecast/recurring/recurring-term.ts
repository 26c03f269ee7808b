import type { RecurringDeal } from './recurring-deal';

/** A stretch of an account's recurring revenue, from the deal that began it. */
export interface RecurringTerm {
  readonly deal: RecurringDeal;
  /** By the year, in minor units. */
  readonly minor: number;
  /** First day on which it is no longer in force unless it is renewed; `null`: it has no end. */
  readonly endOn: string | null;
}
