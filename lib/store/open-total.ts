import type { Sighting, Sync } from './rows';

/**
 * How many open deals the CRMs say there are: for each tenant the newest statement, of a sync or of a page that
 * lists all open deals. `undefined` (total unknown) as soon as one tenant with deals never said.
 */
export function openTotalOf(
  tenants: Iterable<string>,
  syncs: readonly Sync[],
  sightings: readonly Sighting[],
): number | undefined {
  let sum = 0;
  let any = false;
  for (const tenant of tenants) {
    const total = newestTotal(tenant, syncs, sightings);
    if (total === undefined) return undefined;
    sum += total;
    any = true;
  }
  return any ? sum : undefined;
}

function newestTotal(
  tenant: string,
  syncs: readonly Sync[],
  sightings: readonly Sighting[],
): number | undefined {
  const stated: { at: string; total: number }[] = [];
  for (const { tenant: of, openTotal, dealsReadAt } of syncs) {
    if (of === tenant && openTotal !== undefined && dealsReadAt !== undefined) {
      stated.push({ at: dealsReadAt, total: openTotal });
    }
  }
  for (const { tenant: of, totalOf, statedTotal, readAt } of sightings) {
    if (of === tenant && totalOf === 'open' && statedTotal !== undefined) {
      stated.push({ at: readAt, total: statedTotal });
    }
  }
  return stated.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.total;
}
