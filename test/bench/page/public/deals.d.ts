/** A deal of the long lists. */
export interface LongDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly stage: string;
  /** Euro cents. */
  readonly amountMinor: number;
  readonly closeOn: string;
  readonly owner: string;
  /** Percent. */
  readonly share: number;
  readonly lastActivityOn: string;
  readonly createdOn: string;
  readonly source: string;
  readonly nextStep: string;
  readonly region: string;
}

export const HEADINGS: readonly string[];
export function dealAt(number: number, revision?: number): LongDeal;
export function cellsOf(deal: LongDeal): readonly string[];
