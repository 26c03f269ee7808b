import type { LeadsReach } from '../deal/lead';
import type { Database } from './database';

/** How far the leads of tenants were read; of a tenant that is not among them this browser does not know. */
export async function readLeadsReach({ syncs }: Database): Promise<ReadonlyMap<string, LeadsReach>> {
  const rows = await syncs.toArray();
  return new Map(
    rows.flatMap(({ tenant, leadsReach }) => (leadsReach === undefined ? [] : [[tenant, leadsReach]])),
  );
}
