import type { RecurringDeal } from './recurring-deal';

/** One change of an account's recurring revenue. */
export interface RecurringMove {
  readonly account: string;
  readonly on: string;
  /**
   * `renewal` changes nothing by itself: it is the part of the old amount that goes on. `unmatched` is a renewal of
   * which no old term was in force.
   */
  readonly flow: 'new' | 'expansion' | 'contraction' | 'churned' | 'renewal' | 'unmatched';
  /** By the year, in minor units; never below 0. */
  readonly minor: number;
  /** The deal that made it: of a term that has ended, the one that had begun it. */
  readonly deal: string;
  readonly by: RecurringDeal['kind'];
}
