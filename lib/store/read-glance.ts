import type { Table } from 'dexie';
import type { Deal } from '../deal/deal';
import { flags } from '../pipeline/columns/columns';
import type { SumGroup } from '../pipeline/columns/count-slot';
import { glanceOfColumns, topDealCount, type SlotGlance } from '../pipeline/columns/glance-of-columns';
import { originOf } from '../pipeline/columns/origin-of';
import { topSlots } from '../pipeline/columns/top-slots';
import { wholeGlance } from '../pipeline/columns/whole-glance';
import type { Glance } from '../pipeline/glance';
import { scopeOwners } from '../pipeline/scope/scope-owners';
import { asDeal } from './as-deal';
import { readColumns } from './columns/read-columns';
import { readKeys, readPlaced } from './columns/read-rows';
import { readSumsRow } from './columns/sums-row';
import type { Database } from './database';
import { openTotalOf } from './open-total';
import type { Sighting } from './rows';
import { readSettings } from './settings';
import { targetsOf } from './targets';

/** The tables that a glance is made of. */
export function glanceTables(database: Database): Table[] {
  const { columns, summary, deals, unidentified, rates, syncs, sightings, settings } = database;
  return [columns, summary, deals, unidentified, rates, syncs, sightings, settings, targetsOf(database)];
}

/**
 * The popup's figures from the columns of everything that is stored, as of `today` (`YYYY-MM-DD`), in one read
 * transaction. Of the deals themselves only those are read that it names.
 * @returns `undefined` while there are no columns: the service worker builds them.
 */
export async function readGlance(database: Database, today: string): Promise<Glance | undefined> {
  const { rates, syncs, sightings } = database;
  return database.transaction('r', glanceTables(database), async () => {
    const [stored, sums, dated, runs, looks, wishes, targets] = await Promise.all([
      readColumns(database),
      readSumsRow(database),
      rates.toArray(),
      syncs.toArray(),
      sightings.toArray(),
      readSettings(database),
      targetsOf(database).toArray(),
    ]);
    if (stored === undefined || sums === undefined) return undefined;
    const { scope = 'all', teams } = wishes;
    const owners = scopeOwners(scope, teams);
    const found = glanceOfColumns(stored, {
      today,
      fiscal: wishes.fiscal,
      rates: dated,
      reportingCurrency: wishes.reportingCurrency,
      openTotal: openTotalOf(tenantsOf(sums.groups), runs, looks),
      listedSince: new Map(
        runs.flatMap(({ tenant, startedAt, dealsReadAt }) =>
          dealsReadAt === undefined ? [] : [[tenant, startedAt] as const],
        ),
      ),
      isAllListed: runs.some(({ dealsReadAt }) => dealsReadAt !== undefined) || looks.some(showsAll),
      scope: { id: owners === undefined ? 'all' : scope, owners },
      targets,
    });
    return wholeGlance(found, await namedRows(database, found));
  });
}

/** Whether one look at a list has shown every deal that there is. */
function showsAll({ totalOf, statedTotal, rendered }: Sighting): boolean {
  return totalOf === 'all' && statedTotal !== undefined && rendered >= statedTotal;
}

/** Tenants of deals, and of rows without id that stand for one. */
function tenantsOf(groups: readonly Pick<SumGroup, 'flags' | 'origin'>[]): ReadonlySet<string> {
  const isDeal = ({ flags: bits }: Pick<SumGroup, 'flags'>) =>
    (bits & (flags.stray | flags.chosen)) !== flags.stray;
  return new Set(groups.filter(isDeal).map(({ origin }) => originOf(origin).tenant));
}

async function namedRows(database: Database, { largest, oldest }: SlotGlance) {
  const asked = oldest === undefined ? [] : [oldest];
  const keys = await readKeys(database, [...largest.map(({ slot }) => slot), ...asked]);
  const nameOf = (slot: number) => [keys.get(slot) ?? ''].flat()[0] ?? '';
  const top = topSlots(largest, nameOf, topDealCount);
  const named = new Set([...top, ...asked]);
  const { deals, strays } = await readPlaced(
    database,
    [...keys].flatMap(([slot, key]) => (named.has(slot) ? [key] : [])),
  );
  const rows = new Map<number | undefined, Deal>([
    ...deals.map((deal) => [deal.slot, deal] as const),
    ...strays.map((row) => [row.slot, asDeal(row)] as const),
  ]);
  return { top: top.flatMap((slot) => rows.get(slot) ?? []), oldest: rows.get(oldest ?? -1) };
}
