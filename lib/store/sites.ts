import type { Database } from './database';
import type { Site } from './rows';
import { write } from './write';

/** What the user wants on a host; a host never set is read, with its overlay on. */
export async function siteOf(database: Database, host: string): Promise<Site> {
  return (await database.sites.get(host)) ?? { host, overlayOn: true };
}

/** Changes what the user wants on a host. @returns The site as it is afterwards. */
export async function updateSite(
  database: Database,
  host: string,
  change: Partial<Omit<Site, 'host'>>,
): Promise<Site> {
  return write(database, [database.sites], async () => {
    const site = { ...(await siteOf(database, host)), ...change };
    await database.sites.put(site);
    return site;
  });
}

/** Every host of which a page was ever looked at or listed. */
export async function hostsRead({ sightings, syncs }: Database): Promise<string[]> {
  const hosts = new Set<string>();
  await sightings.each(({ host }) => void hosts.add(host));
  await syncs.each(({ host }) => void hosts.add(host));
  return [...hosts].toSorted();
}

/** Notes that a host's permission was taken back: the user is asked whether its deals stay. */
export async function askKeepOrWipe(database: Database, host: string, at: string): Promise<void> {
  const some = await database.deals.filter((deal) => deal.host === host).first();
  const rows = some ?? (await database.unidentified.filter((row) => row.host === host).first());
  if (rows !== undefined) await updateSite(database, host, { askSince: at });
}

/**
 * Settles "keep or wipe?" after a revocation. A wipe takes everything that was read from the host.
 * @returns How many of the host's deals are in the store afterwards.
 */
export async function settleSite(database: Database, host: string, wipe: boolean): Promise<number> {
  const { deals, unidentified, changes, sightings, syncs, sites, stages, people } = database;
  return write(
    database,
    [deals, unidentified, changes, sightings, syncs, sites, stages, people],
    async () => {
      if (wipe) {
        const ofHost = (row: { host: string }) => row.host === host;
        const gone = [
          ...(await deals.filter(ofHost).toArray()),
          ...(await unidentified.filter(ofHost).toArray()),
        ];
        const tenants = new Set(gone.map((deal) => deal.tenant));
        for (const sync of await syncs.filter(ofHost).toArray()) tenants.add(sync.tenant);
        await changes
          .where('key')
          .anyOf(gone.map((deal) => deal.key))
          .delete();
        await deals.filter(ofHost).delete();
        await unidentified.filter(ofHost).delete();
        await sightings.filter(ofHost).delete();
        await syncs.filter(ofHost).delete();
        await stages.filter((row) => tenants.has(row.tenant)).delete();
        await people.filter((row) => tenants.has(row.tenant)).delete();
        await sites.delete(host);
        return 0;
      }
      const site = await sites.get(host);
      if (site !== undefined) {
        const { askSince: _, ...settled } = site;
        await sites.put(settled);
      }
      return deals.filter((deal) => deal.host === host).count();
    },
  );
}
