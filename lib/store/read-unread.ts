import type { LeadsUnread } from '../deal/lead';
import type { Database } from './database';

/** Tenants whose leads were not all read, and why: how many of them became deals nobody knows. */
export async function readUnread({ syncs }: Database): Promise<LeadsUnread> {
  const all = await syncs.toArray();
  return new Map(
    all.flatMap(({ tenant, leadsReach: reach = 'whole' }) => (reach === 'whole' ? [] : [[tenant, reach]])),
  );
}
