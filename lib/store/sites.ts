import { originOf } from '../pipeline/columns/origin-of';
import { ensureColumns } from './columns/ensure-columns';
import { readSumsRow } from './columns/sums-row';
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

/** Notes that a host's permission was taken back: the user is asked whether its deals stay. */
export async function askKeepOrWipe(database: Database, host: string, at: string): Promise<void> {
  await ensureColumns(database);
  const groups = (await readSumsRow(database))?.groups ?? [];
  if (groups.some(({ origin }) => originOf(origin).host === host))
    await updateSite(database, host, { askSince: at });
}
