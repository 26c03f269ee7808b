import type { DealValues, SourceRank } from './deal';
import type { MoneyFacts } from './money-facts';
import type { Fact } from './stronger-fact';

/** A stored value of a plain column. */
export type PlainValue = string | number | boolean | null;

/** Columns that are merged one by one. Money and qualification are not among them. */
export type PlainField = Exclude<keyof DealValues, 'amount' | 'recurring' | 'qualification'> | 'url';

/** Everything that one source says of one deal, ready to be joined with what is known. */
export interface Evidence {
  readonly facts: readonly (readonly [PlainField, Fact<PlainValue>])[];
  /** Facts by qualification field. */
  readonly qualification: readonly (readonly [string, Fact<string | null>])[];
  readonly money: MoneyFacts;
  readonly host: string;
  readonly firstSeenAt: string;
  readonly seenAt: string;
  readonly seenVia: SourceRank;
  readonly seenAs: string | undefined;
}
