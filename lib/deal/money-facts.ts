import type { Fact } from './stronger-fact';

/** An amount as stated, in the one spelling of `canonicalDecimal`. */
export interface StatedSum {
  readonly decimal: string;
  /** The code, where the same source states it. */
  readonly code?: string;
  readonly symbol?: string;
}

/** A currency code as stated; `symbol` is the sign beside it where that sign is in no table. */
export interface StatedCode {
  readonly code: string;
  readonly symbol?: string;
}

/**
 * What is known of a deal's money: the believed amount and the believed code, each with its source. They are kept
 * apart because a page often shows an amount with a bare sign while the CRM's interface has stated the code before.
 * A code stated together with the believed amount is always the believed code (same source, same rank). Where no
 * amount has ever been shown, the code is the one of the recurring amount.
 */
export interface MoneyFacts {
  readonly amount?: Fact<StatedSum | null> | undefined;
  readonly code?: Fact<StatedCode> | undefined;
  readonly recurring?: Fact<StatedSum | null> | undefined;
}
