import { giveBackOtherHosts } from '../hosts/other-host';
import { otherHostOf } from '../hosts/other-hosts';
import type { Database } from '../store/database';
import { isSilent } from '../store/syncs';

/** Gives back what the user has allowed for reading all, unless a run still needs it. @param at ISO 8601 UTC. */
export async function giveBackUnused(database: Database, at: string): Promise<void> {
  const needs = await database.syncs
    .filter(
      (sync) =>
        sync.status === 'running' &&
        !isSilent(sync, at) &&
        otherHostOf(new URL(`https://${sync.host}`)) !== undefined,
    )
    .count();
  if (needs === 0) await giveBackOtherHosts();
}
