import type { RecurringDeal } from './recurring-deal';

/** An open deal that would bring recurring revenue, or a closed one that is dated ahead. */
export interface OpenRecurring {
  readonly id: string;
  readonly account: string;
  readonly kind: RecurringDeal['kind'];
  /** What it would bring in a year, in minor units. */
  readonly annualMinor: number;
  /** `YYYY-MM-DD` on which the CRM expects it to close. */
  readonly closeOn: string | null;
  /** As the CRM states them; absent where it does not. */
  readonly product?: string | undefined;
  readonly name?: string | undefined;
  /** Of a deal that is dated ahead: it is certain, and counts from its close date on. Absent of an open deal. */
  readonly decided?: RecurringDeal['outcome'] | undefined;
}

/** What is known of a scope's recurring revenue. */
export interface RecurringBook {
  readonly closed: readonly RecurringDeal[];
  readonly open: readonly OpenRecurring[];
  /** Won and lost deals of any kind that closed in the last year, as far as they were won. */
  readonly winsOfYear: number;
  /** Deals without a rate for their currency, and closed ones without a closing day. */
  readonly noRate: number;
  readonly undated: number;
}
