import { compareInstants } from '../calendar/compare-instants';
import type { Deal, DealChange, Outcome } from '../deal/deal';
import { isCounted } from '../deal/is-counted';
import { flags } from '../pipeline/columns/columns';
import { eachSlot } from '../pipeline/columns/each-slot';
import type { ProblemRow, SiteRow, SyncState } from '../messages/views';
import { asDeal } from './as-deal';
import { chosenStrays } from './columns/chosen-strays';
import type { Database } from './database';
import { readColumns } from './columns/read-columns';
import { dealsByHost, readSumsRow } from './columns/sums-row';
import { withoutSlot } from './columns/without-slot';
import type { Sighting } from './rows';
import { isSilent } from './syncs';

/** The stored deals that a view asks for, and the rows without id that the sums count: the list adds up to them. */
export async function readDeals(
  database: Database,
  { outcome, host }: { readonly outcome?: Outcome | 'unknown'; readonly host?: string },
): Promise<readonly Deal[]> {
  const [deals, strays] = await Promise.all([database.deals.toArray(), database.unidentified.toArray()]);
  const counted = chosenStrays(strays).filter(({ fingerprint }) => isCounted(fingerprint));
  return [...deals.map(withoutSlot), ...counted.map(asDeal)].filter(
    (deal) =>
      (host === undefined || deal.host === host) &&
      (outcome === undefined || (deal.outcome ?? 'unknown') === outcome),
  );
}

/** A deal's kept changes, oldest first. */
export async function readChanges(database: Database, key: string): Promise<readonly DealChange[]> {
  const changes = await database.changes.where('key').equals(key).toArray();
  return changes.toSorted((a, b) => compareInstants(a.at, b.at) || a.id - b.id);
}

/** Where each sync stands; one without a sign of life counts as interrupted. */
export async function readSyncs(database: Database, now: string): Promise<readonly SyncState[]> {
  return (await database.syncs.toArray()).map((sync) =>
    sync.status === 'running' && isSilent(sync, now)
      ? { ...sync, status: 'stopped', stop: 'interrupted' }
      : sync,
  );
}

/** What could not be read, as the newest look at each view has it, and in the last sync. */
export async function readProblems(database: Database): Promise<readonly ProblemRow[]> {
  const [looks, syncs] = await Promise.all([database.sightings.toArray(), database.syncs.toArray()]);
  const seen = newestLooks(looks).flatMap(({ problems, readAt, host, view, url }) =>
    problems.map((problem) => ({ ...problem, at: readAt, host, view, url })),
  );
  const synced = syncs.flatMap(({ problems, progressAt, host, tenant }) =>
    problems.map((problem) => ({ ...problem, at: progressAt, host, view: 'sync', url: `https://${tenant}` })),
  );
  return [...seen, ...synced].toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Every host that is granted or has deals here; `undefined` while the deals are not counted yet. */
export async function readSites(
  database: Database,
  granted: readonly string[],
): Promise<readonly SiteRow[] | undefined> {
  const [sites, looks, syncs, sums] = await Promise.all([
    database.sites.toArray(),
    database.sightings.toArray(),
    database.syncs.toArray(),
    readSumsRow(database),
  ]);
  if (sums === undefined) return undefined;
  const deals = dealsByHost(sums);
  const hosts = new Set([...granted, ...deals.keys(), ...sites.map(({ host }) => host)]);
  return [...hosts].toSorted().map((host) => {
    const site = sites.find((one) => one.host === host);
    const reads = [
      ...looks.flatMap((look) => (look.host === host ? [look.readAt] : [])),
      ...syncs.flatMap((sync) => (sync.host === host ? [sync.progressAt] : [])),
    ].toSorted();
    const lastReadAt = reads.at(-1);
    return {
      host,
      granted: granted.includes(host),
      overlayOn: site?.overlayOn ?? true,
      deals: deals.get(host) ?? 0,
      keepOrWipe: site?.askSince !== undefined && !granted.includes(host),
      ...(lastReadAt === undefined ? {} : { lastReadAt }),
    };
  });
}

/** Names under which deals have an owner, in order; `undefined` while there are no columns that say so. */
export async function readOwners(database: Database): Promise<readonly string[] | undefined> {
  const columns = await readColumns(database);
  if (columns === undefined) return undefined;
  const owners = new Set<number>();
  eachSlot(columns, (chunk, at) => {
    if (((chunk.flags[at] ?? 0) & flags.stray) === 0) owners.add(chunk.owner[at] ?? 0);
  });
  return [...owners].flatMap((owner) => columns.words[owner] || []).toSorted();
}

function newestLooks(looks: readonly Sighting[]): Sighting[] {
  const newest = new Map<string, Sighting>();
  for (const look of looks) {
    // A record page is one view for every deal: its problems belong to its address.
    const name = JSON.stringify([look.tenant, look.view, look.view.startsWith('record') ? look.url : '']);
    const other = newest.get(name);
    if (other === undefined || other.readAt < look.readAt) newest.set(name, look);
  }
  return [...newest.values()];
}
