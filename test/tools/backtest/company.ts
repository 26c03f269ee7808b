/** A deal with all that became of it, as `deals.csv` has it: the truth that forecasts are cut from. */
export interface PastDeal {
  readonly id: string;
  readonly createdAt: string;
  readonly owner: string | null;
  readonly team: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly source: string | null;
  readonly amount: number | null;
  readonly stage0: string | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly closedAt: string | null;
  readonly closedAmount: number | null;
}

export interface PastChange {
  readonly id: string;
  readonly at: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A company's whole past as known on one day. */
export interface Company {
  readonly name: string;
  readonly deals: readonly PastDeal[];
  readonly history: readonly PastChange[];
  readonly stages: readonly {
    readonly id: string;
    readonly order: number;
    readonly probability: number | null;
  }[];
  /** Day before which closings are missing. */
  readonly dataStart: string;
  /** First day of which nothing is known. */
  readonly knownUntil: string;
}
