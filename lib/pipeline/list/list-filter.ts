import type { Outcome } from '../../deal/deal';
import type { Segment } from '../scope/segments';

/** Which deals a view shows. Every figure of the popup has the filter that gives exactly its deals. */
export interface ListFilter {
  readonly outcome?: Outcome | 'unknown';
  /** First day inside: closing date of closed deals, expected closing date of the others. */
  readonly from?: string;
  /** First day after. */
  readonly to?: string;
  readonly host?: string;
  /** What its amount is counted in, as `PricedSlot` names it; a sign alone (`?` for none): that of any tenant. */
  readonly currency?: string;
  /** How the deal stands to the sums; see {@link Counted}. */
  readonly counted?: Counted;
  /** Names of owners, one of which the deal has; absent: any, or none. */
  readonly owners?: readonly string[];
  /** The segment that the deal is in. */
  readonly segment?: Segment;
  /** Words, each of which is in the deal's name, account, number, owner or stage. */
  readonly search?: string;
}

/**
 * `sum`: in the reporting currency's sum. `weighted`: in it, and with odds. `apart`: no rate. `no-amount`,
 * `no-odds` (with an amount), `no-date`: what the sums leave out. `rounded`: in the sum, but shown rounded. `close-date`: closed, and placed
 * in its period by the close date alone.
 */
export type Counted = (typeof countedKinds)[number];
export const countedKinds = [
  'sum',
  'weighted',
  'apart',
  'no-amount',
  'no-odds',
  'no-date',
  'close-date',
  'rounded',
] as const;
