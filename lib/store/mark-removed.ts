import { compareInstants } from '../calendar/compare-instants';
import type { Deal } from '../deal/deal';
import { dealKey } from '../deal/deal-key';
import type { Database } from './database';
import type { Sync } from './rows';

/**
 * After a listing has named every deal that a tenant shows to one user: deals, and rows without id, that were last
 * seen as the same user before the listing began are no longer in the CRM, for it would have named them. They leave
 * the totals and stay in the store; a sight after the listing's beginning brings them back, whenever it arrives.
 *
 * What was last seen as somebody else, or nobody knows as whom, stays: it may be another company's, or hidden from
 * this user by a rule of the CRM. Figures count such deals and say so (`unlisted`).
 * @returns How many were marked.
 */
export async function markRemoved(
  { deals, unidentified }: Database,
  listing: Pick<Sync, 'crm' | 'tenant' | 'startedAt' | 'seenAs'>,
): Promise<number> {
  const { crm, tenant, startedAt, seenAs } = listing;
  if (seenAs === undefined) return 0;
  const isGone = (deal: Omit<Deal, 'id'>) =>
    deal.seenAs === seenAs && deal.removedAt === undefined && compareInstants(deal.seenAt, startedAt) < 0;
  const removed = { removedAt: startedAt };
  const ofDeals = await deals
    .where('key')
    .startsWith(dealKey(crm, tenant, ''))
    .filter(isGone)
    .modify(removed);
  const ofRows = await unidentified
    .where('[tenant+view+fingerprint]')
    // A list sorts behind every text: all keys that begin with the tenant.
    .between([tenant], [tenant, []])
    .filter((row) => row.crm === crm && row.boundTo === undefined && isGone(row))
    .modify(removed);
  return ofDeals + ofRows;
}
