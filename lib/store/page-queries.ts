import { compareInstants } from '../calendar/compare-instants';
import type { DealChange } from '../deal/deal';
import { flags } from '../pipeline/columns/columns';
import { eachSlot } from '../pipeline/columns/each-slot';
import type { ProblemRow, SiteRow, SyncState } from '../messages/views';
import type { Database } from './database';
import { readColumns } from './columns/read-columns';
import { dealsByHost, readSumsRow } from './columns/sums-row';
import type { Sighting } from './rows';
import { isSilent } from './syncs';

const dayMs = 86_400_000;

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
  const seen = onceEach(newestLooks(looks)).flatMap(({ problems, readAt, host, view, url }) =>
    problems.map((problem) => ({ ...problem, at: readAt, host, view, url })),
  );
  const synced = syncs.flatMap(({ problems, progressAt, host, tenant }) =>
    problems.map((problem) => ({ ...problem, at: progressAt, host, view: 'sync', url: `https://${tenant}` })),
  );
  return [...seen, ...synced].toSorted((a, b) => b.at.localeCompare(a.at));
}

/** A row that stands on several pages of a list, or in several lists, is one place: the one looked at last. */
function onceEach(looks: readonly Sighting[]): Sighting[] {
  const told = new Set<string>();
  return looks
    .toSorted((a, b) => b.readAt.localeCompare(a.readAt))
    .map((look) => {
      const nameOf = ({ row, code, field, text }: Sighting['problems'][number]) =>
        JSON.stringify([look.tenant, row, code, field, text]);
      const problems = look.problems.filter((problem) => !told.has(nameOf(problem)));
      // Two rows of one look that say the same are two.
      for (const problem of problems) told.add(nameOf(problem));
      return { ...look, problems };
    });
}

/**
 * Every host that is granted or has deals here; `undefined` while the deals are not counted yet.
 *
 * @param named The hosts that are granted by name. @param isGranted Also by a pattern that covers many.
 */
export async function readSites(
  database: Database,
  named: readonly string[],
  isGranted: (host: string) => boolean = (host) => named.includes(host),
): Promise<readonly SiteRow[] | undefined> {
  const [sites, looks, syncs, sums] = await Promise.all([
    database.sites.toArray(),
    database.sightings.toArray(),
    database.syncs.toArray(),
    readSumsRow(database),
  ]);
  if (sums === undefined) return undefined;
  const deals = dealsByHost(sums);
  const hosts = new Set([...named, ...deals.keys(), ...sites.map(({ host }) => host)]);
  return [...hosts].toSorted().map((host) => {
    const site = sites.find((one) => one.host === host);
    const reads = [
      ...looks.flatMap((look) => (look.host === host ? [look.readAt] : [])),
      ...syncs.flatMap((sync) => (sync.host === host ? [sync.progressAt] : [])),
    ].toSorted();
    const lastReadAt = reads.at(-1);
    return {
      host,
      granted: isGranted(host),
      overlayOn: site?.overlayOn ?? true,
      deals: deals.get(host) ?? 0,
      keepOrWipe: site?.askSince !== undefined && !isGranted(host),
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

/**
 * The newest look at each page: a list's pages have an address each, and a record's view is one for every deal. Of a
 * list only what was looked at within a day of its newest look: by then its rows stand on other pages.
 */
function newestLooks(looks: readonly Sighting[]): Sighting[] {
  const newest = new Map<string, Sighting>();
  const lately = new Map<string, string>();
  for (const look of looks) {
    const page = JSON.stringify([look.tenant, look.view, look.url]);
    const other = newest.get(page);
    if (other === undefined || other.readAt < look.readAt) newest.set(page, look);
    const view = viewOf(look);
    if ((lately.get(view) ?? '') < look.readAt) lately.set(view, look.readAt);
  }
  return [...newest.values()].filter(
    (look) =>
      look.view.startsWith('record') ||
      Date.parse(lately.get(viewOf(look)) ?? look.readAt) - Date.parse(look.readAt) < dayMs,
  );
}

function viewOf({ tenant, view }: Sighting): string {
  return JSON.stringify([tenant, view]);
}
