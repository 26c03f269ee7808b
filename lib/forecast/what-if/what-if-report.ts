import type { PeriodForecast } from '../answer';
import type { RecurringAhead } from '../recurring/recurring-report';
import type { WhatIf } from './what-if';

/** What a screen supposes of the n-th period of its forecast. Plain data: it crosses a message. */
export interface WhatIfQuestion {
  readonly nth: number;
  readonly whatIf: WhatIf;
  /** Keys of open deals of which chance and value are wanted, beside those of which something is supposed. */
  readonly shown: readonly string[];
}

/** One open deal, as it is and as it is supposed. */
export interface SupposedOdds {
  readonly key: string;
  /** To be won inside the period, 0..1. */
  readonly chance: number;
  readonly usualChance: number;
  /** What a win brings. */
  readonly value: number;
  readonly usualValue: number;
}

/** What a screen shows of suppositions. Plain data: it crosses a message. */
export interface WhatIfReport {
  readonly forecast: PeriodForecast;
  /** What the deals that are taken as won bring: part of the forecast's figures. */
  readonly takenAsWon: number;
  /** Key of the one deal that decides what is to come. */
  readonly decidedBy: string | undefined;
  /** Recurring revenue at the period's end; `undefined` where no deal brings any. */
  readonly recurring: RecurringAhead | undefined;
  /** Of the deals asked for that are open, in the order asked. */
  readonly deals: readonly SupposedOdds[];
}
