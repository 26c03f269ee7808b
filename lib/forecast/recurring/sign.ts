import type { RecurringMove } from './recurring-move';

/** What a move adds to recurring revenue: so many times its amount. */
export const SIGN = {
  new: 1,
  expansion: 1,
  contraction: -1,
  churned: -1,
  renewal: 0,
  unmatched: 1,
} as const satisfies Record<RecurringMove['flow'], number>;
