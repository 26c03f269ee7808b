import type { Deal } from '../../deal/deal';
import type { Glance } from '../glance';
import { glanceDeal } from '../glance-deal';
import type { SlotGlance } from './glance-of-columns';

/** The glance with the rows that it asked for: its `topSlots` in their order, and its `oldest`. */
export function wholeGlance(
  { largest: _, oldest: _slot, completeness, ...figures }: SlotGlance,
  rows: { readonly top: readonly Deal[]; readonly oldest: Deal | undefined },
): Glance {
  return {
    ...figures,
    topDeals: rows.top.map(glanceDeal),
    completeness: { ...completeness, oldestSeenAt: rows.oldest?.seenAt },
  };
}
