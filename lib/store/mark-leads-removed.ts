import { compareInstants } from '../calendar/compare-instants';
import type { Database } from './database';
import { scan } from './scan';
import type { Sync } from './rows';

/**
 * After a listing has named every lead that a tenant shows to one user: leads that were last seen as the same user before
 * the listing began are gone, or no longer shown to that user, as with deals (see `markRemoved`). To be called within a
 * write of `leads`.
 */
export async function markLeadsRemoved(
  { leads }: Database,
  { tenant, startedAt, seenAs }: Pick<Sync, 'tenant' | 'startedAt' | 'seenAs'>,
): Promise<void> {
  if (seenAs === undefined) return;
  for await (const rows of scan(leads)) {
    const gone = rows.filter(
      (lead) =>
        lead.removedAt === undefined &&
        lead.seenAs === seenAs &&
        lead.tenant === tenant &&
        compareInstants(lead.seenAt, startedAt) < 0,
    );
    if (gone.length > 0) await leads.bulkPut(gone.map((lead) => ({ ...lead, removedAt: startedAt })));
  }
}
