import type { SiteState, SyncState } from '../../lib/messages/views';

/** The sync to speak of: that of the tab's own CRM, else one that runs elsewhere; `undefined`: none. */
export function currentSync(
  syncs: readonly SyncState[] | undefined,
  site: SiteState | undefined,
): SyncState | undefined {
  if (site?.kind === 'reading') {
    // The newest of what happened to this page: a run that never began leaves an earlier one as it was.
    const own =
      syncs?.find(({ stop, host }) => stop === 'not-begun' && host === site.host) ??
      syncs?.find(({ tenant }) => tenant === site.tenant);
    if (own !== undefined) return own;
  }
  return syncs?.find(({ status }) => status === 'running');
}
