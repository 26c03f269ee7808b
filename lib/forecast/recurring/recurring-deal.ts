/** A closed deal with recurring revenue, as far as the flows need it. Days are `YYYY-MM-DD`. */
export interface RecurringDeal {
  readonly id: string;
  readonly account: string;
  readonly kind: 'new' | 'expansion' | 'renewal';
  readonly outcome: 'won' | 'lost';
  readonly closedOn: string;
  /** What it brings in a year, in whole minor units: 12 times a monthly price. */
  readonly annualMinor: number;
  /** First day on which it is no longer in force unless it is renewed; `null`: it has no end. */
  readonly endOn: string | null;
  /** As the CRM states them; absent where it does not. */
  readonly product?: string | undefined;
  readonly name?: string | undefined;
}
