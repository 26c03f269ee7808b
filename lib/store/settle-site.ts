import { dealsByHost, readSumsRow } from './columns/sums-row';
import type { Database } from './database';
import { wipeHost } from './wipe-host';
import { write } from './write';

/**
 * Settles "keep or wipe?" after a revocation. A wipe takes everything that was read from the host.
 * @returns How many of the host's deals are in the store afterwards.
 */
export async function settleSite(database: Database, host: string, wipe: boolean): Promise<number> {
  if (wipe) await wipeHost(database, host);
  else {
    await write(database, [database.sites], async () => {
      const site = await database.sites.get(host);
      if (site === undefined) return;
      const { askSince: _, ...settled } = site;
      await database.sites.put(settled);
    });
  }
  return dealsByHost(await readSumsRow(database)).get(host) ?? 0;
}
