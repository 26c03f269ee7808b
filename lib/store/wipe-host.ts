import { byOrigin } from '../pipeline/columns/by-origin';
import { originOf } from '../pipeline/columns/origin-of';
import { eachSlot } from '../pipeline/columns/each-slot';
import { columnsToChange } from './columns/patch-columns';
import { deleteRows } from './columns/put-rows';
import { readColumns, type StoredColumns } from './columns/read-columns';
import { readKeys, readPlaced } from './columns/read-rows';
import { rebuildColumns } from './columns/rebuild-columns';
import { readSumsRow } from './columns/sums-row';
import { ensureColumns } from './columns/ensure-columns';
import { writeDeals } from './columns/write-deals';
import type { Database } from './database';
import { scan } from './scan';
import { siteOf } from './sites';
import { write } from './write';

/** Rows that one transaction takes out. */
const rowsAtOnce = 1000;

/**
 * Takes out everything that was read from a host, a thousand rows at a time. That it is under way stands with the site,
 * so that {@link resumeWipes} ends what a worker's death has broken off.
 */
export async function wipeHost(database: Database, host: string): Promise<void> {
  const { changes, verdicts, handoffs, leads, sightings, syncs, stages, people, sites } = database;
  const tenants = new Set(await noteWipe(database, host));
  const ofHost = (row: { readonly host: string }) => row.host === host;
  const ofTenant = (row: { readonly tenant: string }) => tenants.has(row.tenant);
  await write(database, [sightings, syncs, stages, people], async () => {
    await sightings.filter(ofHost).delete();
    await syncs.filter(ofHost).delete();
    await stages.filter(ofTenant).delete();
    await people.filter(ofTenant).delete();
  });
  for await (const rows of scan(leads)) {
    const keys = rows.filter(ofHost).map(({ key }) => key);
    await write(database, [leads], () => leads.bulkDelete(keys));
  }
  do {
    while (await writeDeals(database, [changes, verdicts], () => wipeSome(database, host)));
    // The words of the columns name hosts and people as well: those that no row uses any more go.
    await rebuildColumns(database);
  } while (await hasRows(database, host));
  await write(database, [sites, handoffs], async () => {
    // Passes are made anew of what is left.
    await handoffs.clear();
    await sites.delete(host);
  });
}

/** Goes on with wipes that were broken off. @returns How many there were. */
export async function resumeWipes(database: Database): Promise<number> {
  const begun = (await database.sites.toArray()).filter(({ wiping }) => wiping !== undefined);
  for (const { host } of begun) await wipeHost(database, host);
  return begun.length;
}

/** Notes the wipe, and the tenants that had deals or a sync on the host when it began. @returns These. */
async function noteWipe(database: Database, host: string): Promise<readonly string[]> {
  await ensureColumns(database);
  const { sites, syncs } = database;
  return write(database, [sites, syncs], async () => {
    const { askSince: _, ...site } = await siteOf(database, host);
    if (site.wiping !== undefined) return site.wiping;
    const groups = (await readSumsRow(database))?.groups ?? [];
    const origins = groups.map(({ origin }) => originOf(origin));
    const synced = await syncs.filter((sync) => sync.host === host).toArray();
    const tenants = [...origins, ...synced].filter((one) => one.host === host).map(({ tenant }) => tenant);
    const wiping = [...new Set(tenants)];
    await sites.put({ ...site, wiping });
    return wiping;
  });
}

/** @returns False where nothing of the host is left. */
async function wipeSome(database: Database, host: string): Promise<boolean> {
  const slots = slotsOf(await columnsToChange(database), host);
  const some = slots.slice(0, rowsAtOnce);
  const rows = await readPlaced(database, (await readKeys(database, some)).values());
  const keys = [...rows.deals, ...rows.strays].map(({ key }) => key);
  const gone = new Set(keys);
  const { changes, verdicts } = database;
  await changes.where('key').anyOf(keys).delete();
  await verdicts.filter(({ deal }) => gone.has(deal)).delete();
  await deleteRows(database, rows, some);
  return slots.length > some.length;
}

async function hasRows(database: Database, host: string): Promise<boolean> {
  const columns = await readColumns(database);
  return columns === undefined || slotsOf(columns, host).length > 0;
}

function slotsOf(columns: StoredColumns, host: string): number[] {
  const isOfHost = byOrigin(columns, (origin) => origin.host === host);
  const slots: number[] = [];
  eachSlot(columns, (chunk, at, slot) => {
    if (isOfHost(chunk.origin[at])) slots.push(slot);
  });
  return slots;
}
