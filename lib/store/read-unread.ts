import type { Database } from './database';

/** Tenants whose leads were not read to their end: how many of them became deals nobody knows. */
export async function readUnread({ syncs }: Database): Promise<ReadonlySet<string>> {
  const unread = (await syncs.toArray()).filter(({ leadsReach = 'whole' }) => leadsReach !== 'whole');
  return new Set(unread.map(({ tenant }) => tenant));
}
