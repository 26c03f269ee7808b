import type { OpenRecurring } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';
import type { Comparable } from './renewal-fit';
import type { RenewalWindow } from './renewal-window';

/** A won deal that may be renewed. Days are numbers. */
export interface Contract extends Comparable {
  readonly deal: RecurringDeal;
  readonly from: number;
  readonly window: RenewalWindow | undefined;
}

/** A deal that renews, or would. */
export interface Renewing extends Comparable {
  readonly deal: RecurringDeal | OpenRecurring;
  readonly outcome: 'won' | 'open' | 'undated' | 'lost';
  /** The day that is stated. */
  readonly day: number;
  /** The same, but no earlier than today of an open deal. */
  readonly closes: number;
}

/** Contracts and what renews them, or would: one and one, or several of one of both. */
export interface Group {
  readonly contracts: readonly Contract[];
  readonly renewals: readonly Renewing[];
}
