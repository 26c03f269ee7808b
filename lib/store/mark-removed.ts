import { dealKey } from '../deal/deal-key';
import type { SyncBatch } from '../messages/protocol';
import type { Database } from './database';

/**
 * After a sync has listed every deal of a tenant: those that it did not list, and that no page has shown since it
 * began, are no longer in the CRM. They leave the totals and stay in the store. A deal that is seen again comes back
 * through its next read.
 * @returns How many were marked.
 */
export async function markRemoved(
  database: Database,
  { crm, tenant, at, startedAt }: Pick<SyncBatch, 'crm' | 'tenant' | 'at'> & { readonly startedAt: string },
): Promise<number> {
  const prefix = dealKey(crm, tenant.tenant, '');
  return database.deals
    .where('key')
    .startsWith(prefix)
    .filter((deal) => deal.seenAt < startedAt && deal.removedAt === undefined)
    .modify({ removedAt: at });
}
