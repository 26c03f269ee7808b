import type { Deal } from '../deal/deal';
import type { Glance } from '../pipeline/glance';
import { glanceOf } from '../pipeline/glance-of';
import type { Database } from './database';
import { openTotalOf } from './open-total';
import type { UnidentifiedDeal } from './rows';
import { readSettings } from './settings';

/** The popup's figures, computed from everything that is stored, as of `today` (`YYYY-MM-DD`). */
export async function readGlance(database: Database, today: string): Promise<Glance> {
  const { deals, unidentified, rates, syncs, sightings } = database;
  return database.transaction(
    'r',
    [deals, unidentified, rates, syncs, sightings, database.settings],
    async () => {
      const [stored, strays, dated, runs, looks, settings] = await Promise.all([
        deals.toArray(),
        unidentified.toArray(),
        rates.toArray(),
        syncs.toArray(),
        sightings.toArray(),
        readSettings(database),
      ]);
      const unbound = onePerDeal(strays);
      const openTotal = openTotalOf(
        new Set([...stored, ...unbound].map(({ tenant }) => tenant)),
        runs,
        looks,
      );
      return glanceOf(stored, unbound, {
        today,
        fiscal: settings.fiscal,
        rates: dated,
        reportingCurrency: settings.reportingCurrency,
        openTotal,
        listedSince: new Map(
          runs.flatMap(({ tenant, startedAt, dealsReadAt }) =>
            dealsReadAt === undefined ? [] : [[tenant, startedAt] as const],
          ),
        ),
      });
    },
  );
}

/** Rows that are bound to no deal, and of the same fingerprint in several views only the one seen last. */
export function onePerDeal(rows: readonly UnidentifiedDeal[]): (Deal & { fingerprint: string })[] {
  const newest = new Map<string, UnidentifiedDeal>();
  for (const row of rows) {
    if (row.boundTo !== undefined) continue;
    const name = JSON.stringify([row.crm, row.tenant, row.fingerprint]);
    const other = newest.get(name);
    if (other === undefined || other.seenAt < row.seenAt) newest.set(name, row);
  }
  return [...newest.values()].map((row) => ({ ...row, id: `?${row.fingerprint}` }));
}
