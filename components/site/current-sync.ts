import type { SiteState, SyncState } from '../../lib/messages/views';

/** The sync to speak of: that of the tab's own CRM, else one that runs elsewhere; `undefined`: none. */
export function currentSync(
  syncs: readonly SyncState[] | undefined,
  site: SiteState | undefined,
): SyncState | undefined {
  const own = site?.kind === 'reading' ? syncs?.find((sync) => sync.tenant === site.tenant) : undefined;
  return own ?? syncs?.find((sync) => sync.status === 'running');
}
