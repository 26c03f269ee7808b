import type { Columns } from '../columns/columns';
import type { Convert } from '../converter';
import type { MoneySum } from '../glance';
import type { ListFilter } from './list-filter';

/** What a list may be sorted by. */
export const sortColumns = ['name', 'stage', 'owner', 'amount', 'odds', 'date', 'outcome', 'read'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** In which currency deals are valued, and with what. */
export interface Valuation {
  /** Reporting currency; `undefined` while it is not known: then nothing is summed. */
  readonly currency: string | undefined;
  readonly convert: Convert;
  readonly today: string;
}

/** What rows are called, by chunk and by place in it; empty where nothing is known. */
export interface ListTexts {
  readonly names: readonly (readonly string[])[];
  readonly accounts: readonly (readonly string[])[];
  readonly numbers: readonly (readonly string[])[];
}

/** What a list is made of. */
export interface ListSource {
  readonly columns: Columns;
  /** Needed by a search, and to sort by name. */
  readonly texts?: ListTexts | undefined;
  /** Slots of the deals in the filter's segment: the columns do not tell. Needed where it has one. */
  readonly inSegment?: ReadonlySet<number> | undefined;
}

/** Which deals, in which order. */
export interface ListWish {
  readonly filter: ListFilter;
  readonly sorting: Sorting;
  readonly valuation: Valuation;
  /** Whose order of letters. */
  readonly locale: string;
}

/** What is expected to close and what was won in one month, in minor units of the reporting currency. */
export interface MonthSum {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly openMinor: number;
  readonly open: number;
  readonly wonMinor: number;
  readonly won: number;
}

export interface Months {
  /** Without a gap from the first to the last; empty where no deal can be placed. */
  readonly months: readonly MonthSum[];
  /** Open and won deals with a value that no bar holds: no date, or beyond the months shown. */
  readonly outside: number;
}

/** A list of deals: which, in which order, and what they add up to. The deals themselves are read where they are shown. */
export interface DealList {
  /** What chose its deals. */
  readonly filter: ListFilter;
  /** Slots of the deals in their order. */
  readonly slots: Uint32Array;
  /** Deals that the filter chose from. */
  readonly total: number;
  /** `undefined` while the reporting currency is not known. */
  readonly sum: MoneySum | undefined;
  readonly months: Months;
  /** Of all deals that the filter chose from, in order. */
  readonly hosts: readonly string[];
  /** What their amounts are counted in, as `PricedSlot` names it, in order. */
  readonly units: readonly string[];
}
