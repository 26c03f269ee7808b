import type { Sighting, Sync } from './rows';

interface Statement {
  readonly at: string;
  readonly total: number;
  /** The list that stated it; absent for a sync, which lists everything. */
  readonly list?: string;
}

/**
 * How many open deals the CRMs say there are: for each tenant the newest statement, of a sync or of a page that
 * lists all open deals. `undefined` (total unknown) as soon as one tenant with deals never said, or two of its lists
 * say different things: each then lists a part, or one of them is old.
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
  const stated: Statement[] = [];
  for (const { tenant: of, openTotal, dealsReadAt } of syncs) {
    if (of === tenant && openTotal !== undefined && dealsReadAt !== undefined) {
      stated.push({ at: dealsReadAt, total: openTotal });
    }
  }
  for (const { tenant: of, view, scope, totalOf, statedTotal, readAt } of sightings) {
    if (of === tenant && totalOf === 'open' && statedTotal !== undefined) {
      // Two names of one tab (in two languages, say) are one list.
      const list = scope === undefined ? view : view.slice(0, -scope.length - 1);
      stated.push({ at: readAt, total: statedTotal, list });
    }
  }
  const newestFirst = stated.toSorted((a, b) => b.at.localeCompare(a.at));
  const lastSync = newestFirst.findIndex(({ list }) => list === undefined);
  const sinceSync = lastSync === -1 ? newestFirst : newestFirst.slice(0, lastSync);
  const lists = new Map<string | undefined, number>();
  for (const { list, total } of sinceSync) if (!lists.has(list)) lists.set(list, total);
  return new Set(lists.values()).size > 1 ? undefined : newestFirst[0]?.total;
}
