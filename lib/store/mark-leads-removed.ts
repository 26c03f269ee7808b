import { compareInstants } from '../calendar/compare-instants';
import type { Database } from './database';
import { scan } from './scan';
import type { Sync } from './rows';

/**
 * After a listing has named every lead that a tenant shows to one user: leads that were last seen as the same user before
 * the whole listing before this one began are gone, or no longer shown to that user. Named by neither of two, for a
 * listing is paged, and one that is converted, sorted anew or given to another meanwhile may be on no page of it. A sight
 * since the first of the two brings a lead back. To be called within a write of `leads`.
 * @param sync As it stood before this listing took the place of its `leadsListed`.
 */
export async function markLeadsRemoved(
  { leads }: Database,
  { tenant, startedAt, seenAs, leadsListed }: Pick<Sync, 'tenant' | 'startedAt' | 'seenAs' | 'leadsListed'>,
): Promise<void> {
  const [removedAt = startedAt, before] = leadsListed ?? [];
  if (before === undefined || before !== seenAs || removedAt === startedAt) return;
  for await (const rows of scan(leads)) {
    const gone = rows.filter(
      (lead) =>
        lead.removedAt === undefined &&
        lead.seenAs === seenAs &&
        lead.tenant === tenant &&
        compareInstants(lead.seenAt, removedAt) < 0,
    );
    if (gone.length > 0) await leads.bulkPut(gone.map((lead) => ({ ...lead, removedAt })));
  }
}
