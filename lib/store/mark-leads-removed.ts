import { compareInstants } from '../calendar/compare-instants';
import type { Lead } from '../deal/lead';
import type { Database } from './database';
import type { Sync } from './rows';
import { scan } from './scan';

/**
 * After a listing has named every lead that a tenant shows to one user: leads that were last seen as the same user before
 * the listing began are no longer in the CRM, as with deals (see `markRemoved`). One of nothing tells of a user without
 * access. To be called within a write of `leads`.
 */
export async function markLeadsRemoved(
  { leads }: Database,
  { crm, tenant, startedAt, seenAs }: Pick<Sync, 'crm' | 'tenant' | 'startedAt' | 'seenAs'>,
): Promise<void> {
  const gone: Lead[] = [];
  let isOfNothing = true;
  for await (const rows of scan(leads))
    for (const lead of rows) {
      if (seenAs === undefined || lead.seenAs !== seenAs || lead.tenant !== tenant || lead.crm !== crm)
        continue;
      if (compareInstants(lead.seenAt, startedAt) >= 0) isOfNothing = false;
      else if (lead.removedAt === undefined) gone.push({ ...lead, removedAt: startedAt });
    }
  if (!isOfNothing) await leads.bulkPut(gone);
}
