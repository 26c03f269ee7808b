import type { RecurringFlows } from './recurring-flows';
import type { RecurringForward } from './recurring-forward';
import type { RecurringMove } from './recurring-move';
import type { Retention } from './retention';

/** What a screen shows of recurring revenue. Amounts are by the year, in minor units. Plain data: it crosses a message. */
export interface RecurringReport {
  /** The present period up to now. Its `end` is what there is now. */
  readonly flows: RecurringFlows;
  /** All that stands behind the flows of the period, the largest first. */
  readonly moves: readonly RecurringMove[];
  /** Of the last 12 months. */
  readonly retention: Retention;
  /** At the end of the present period, and of the next one. */
  readonly forward: readonly RecurringAhead[];
  /** Deals that have no part in it. */
  readonly noRate: number;
  readonly undated: number;
  /** Accounts in which it is not sure which renewal is of which contract, and another reading gives other flows. */
  readonly unsureAccounts: number;
}

/** Revenue at the end of a period; too few renewals of the past where some are due in it. */
export type RecurringAhead =
  | RecurringForward
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number };
