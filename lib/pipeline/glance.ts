import type { Outcome } from '../deal/deal';

/** A period of the fiscal calendar. `start` inside, `end` outside. */
export interface Period {
  readonly kind: 'month' | 'quarter';
  readonly start: string;
  readonly end: string;
  /** Number of the month (1..12) or quarter (1..4) within the fiscal year. */
  readonly index: number;
  /** The fiscal year's name: the calendar year in which it ends. */
  readonly fiscalYear: number;
}

/** A sum of money that says what it could not add. */
export interface MoneySum {
  /** Sum in the reporting currency, minor units: its own amounts and those with a rate. */
  readonly minor: number;
  readonly currency: string;
  /** Deals inside the sum. */
  readonly n: number;
  /** Deals that stand apart: no rate for their currency, or only a sign was shown. Never added. */
  readonly apart: readonly ApartSum[];
  /** Deals whose amount is not known; in no sum. */
  readonly withoutAmount: number;
  /** Deals in the sum whose amount was shown rounded. */
  readonly approximate: number;
  /** No deal of this kind was ever read, and no listing of all deals either: that there is none is not known. */
  readonly isUnread?: true;
}

export interface ApartSum {
  /** ISO code where known, else as `apartUnit` writes it: what only a sign tells is added within one tenant alone. */
  readonly unit: string;
  readonly minor: number;
  readonly n: number;
}

/** The sum weighted by the CRM's own probabilities. */
export interface WeightedSum extends MoneySum {
  /** Open deals with an amount but no probability: left out. */
  readonly withoutProbability: number;
}

export interface GlanceDeal {
  readonly key: string;
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly url: string | undefined;
  readonly host: string;
  readonly outcome: Outcome | undefined;
  readonly stage: string | undefined;
  readonly closeOn: string | undefined;
  readonly owner: string | undefined;
  readonly amountMinor: number | undefined;
  readonly amountExact: boolean;
  readonly currency: string | undefined;
  readonly currencySymbol: string | undefined;
  readonly crmProbability: number | undefined;
  readonly seenAt: string;
}

/** "n of m open deals read, oldest read x ago". */
export interface Completeness {
  /** Open deals in the store. */
  readonly openRead: number;
  /** Open deals that the CRM said there are; `undefined`: total unknown, or it leaves out some that were read. */
  readonly openTotal: number | undefined;
  readonly oldestSeenAt: string | undefined;
  /** Rows that showed no id and are counted once, not yet bound to a deal. */
  readonly unidentified: number;
  /** Rows that showed neither id nor number: in no total. */
  readonly uncounted: number;
  /**
   * Deals in the open or the won sum that the last complete listing of their CRM did not name, and that may be there
   * all the same: last seen as another user or in another company, or nobody knows as whom.
   */
  readonly unlisted: number;
}

/** All that the popup shows of the cached deals, computed from them alone. */
export interface Glance {
  readonly period: Period;
  readonly today: string;
  /** Whose deals are in won, open and weighted: see `scopeId`. */
  readonly scope: string;
  /** Any deal at all in the store. */
  readonly deals: number;
  readonly won: MoneySum;
  readonly open: MoneySum;
  readonly weighted: WeightedSum;
  /** The scope's target of the period in minor units of the reporting currency; `undefined`: none set, or no rate. */
  readonly targetMinor: number | undefined;
  /** The open deals with the largest amounts in the reporting currency, at most five. */
  readonly topDeals: readonly GlanceDeal[];
  /** Won deals whose closing date is unknown: in no period. */
  readonly wonWithoutDate: number;
  /** Deals in `won` whose close date stands in for a closing day that no view has shown. */
  readonly wonByCloseDate: number;
  /** Deals in `won` that are dated after today. */
  readonly wonAhead: number;
  /** Deals whose outcome the pages did not show: neither open nor closed. */
  readonly withoutOutcome: number;
  readonly completeness: Completeness;
}
