import { expect } from 'vitest';
import type { Glance } from '../../../../lib/pipeline/glance';
import { unitOfWord } from '../../../../lib/pipeline/columns/unit-of-word';
import { eachSlot } from '../../../../lib/pipeline/columns/each-slot';
import { asDeal } from '../../../../lib/store/as-deal';
import { checkColumns } from '../../../../lib/store/columns/check-columns';
import { readColumns } from '../../../../lib/store/columns/read-columns';
import { readKeys } from '../../../../lib/store/columns/read-rows';
import { ensureColumns } from '../../../../lib/store/columns/ensure-columns';
import { openDatabase, type Database } from '../../../../lib/store/database';
import { openTotalOf } from '../../../../lib/store/open-total';
import { readGlance } from '../../../../lib/store/read-glance';
import type { UnidentifiedDeal } from '../../../../lib/store/rows';
import { readSettings } from '../../../../lib/store/settings';
import { glanceOf } from '../../pipeline/glance-of-objects';

/** The glance as it was made before there were columns: from every object in the store. */
export async function glanceOfStore(database: Database, today: string): Promise<Glance> {
  const [stored, rows, rates, runs, looks, settings] = await Promise.all([
    database.deals.toArray(),
    database.unidentified.toArray(),
    database.rates.toArray(),
    database.syncs.toArray(),
    database.sightings.toArray(),
    readSettings(database),
  ]);
  const strays = onePerDeal(rows).map((row) => ({ ...asDeal(row), fingerprint: row.fingerprint }));
  const tenants = new Set([...stored, ...strays].map(({ tenant }) => tenant));
  return glanceOf(stored, strays, {
    today,
    fiscal: settings.fiscal,
    rates,
    reportingCurrency: settings.reportingCurrency,
    openTotal: openTotalOf(tenants, runs, looks),
    listedSince: new Map(
      runs.flatMap(({ tenant, startedAt, dealsReadAt }) =>
        dealsReadAt === undefined ? [] : [[tenant, startedAt] as const],
      ),
    ),
    isAllListed:
      runs.some((run) => run.dealsReadAt !== undefined) ||
      looks.some((look) => look.totalOf === 'all' && look.rendered >= (look.statedTotal ?? Infinity)),
  });
}

/** Written apart from the store's own: of unbound rows of one deal the one seen last, of equal ones the first. */
function onePerDeal(rows: readonly UnidentifiedDeal[]): readonly UnidentifiedDeal[] {
  const isSame = (a: UnidentifiedDeal, b: UnidentifiedDeal) =>
    a.crm === b.crm && a.tenant === b.tenant && a.fingerprint === b.fingerprint;
  const unbound = rows.filter(({ boundTo }) => boundTo === undefined);
  return unbound.filter((row, nth) => {
    const others = unbound.map((other, at) => ({ other, at })).filter(({ other }) => isSame(row, other));
    return others.every(
      ({ other, at }) => other.seenAt < row.seenAt || (other.seenAt === row.seenAt && at >= nth),
    );
  });
}

/** Holds the columns, the sums and the glance to the rows of the store. */
export async function expectTrueColumns(database: Database, today: string): Promise<void> {
  expect(await checkColumns(database)).toEqual([]);
  expect(await readGlance(database, today)).toEqual(await glanceOfStore(database, today));
}

/** Takes a row of the columns away: they tell nothing then, and the next worker builds them anew. Closes the store. */
export async function expectBuiltAnewWithout(database: Database, row: string, today: string): Promise<void> {
  await database.columns.delete(row);
  database.close();
  const next = openDatabase(database.name);
  expect(await readColumns(next)).toBeUndefined();
  await ensureColumns(next);
  await expectTrueColumns(next, today);
  next.close();
}

/** What the columns say of every row, by key and in words: two with the same content are equal. */
export async function columnsInWords(database: Database): Promise<Record<string, unknown>> {
  const columns = await readColumns(database);
  if (columns === undefined) throw new Error('no columns');
  const slots: number[] = [];
  const said = new Map<number, unknown>();
  const { words } = columns;
  eachSlot(columns, (chunk, at, slot) => {
    slots.push(slot);
    said.set(slot, [
      chunk.flags[at],
      chunk.amountMinor[at],
      chunk.seenMicros[at],
      chunk.closeOn[at],
      chunk.closedOn[at],
      chunk.oddsMillionths[at],
      unitOfWord(words[chunk.unit[at] ?? 0]),
      [chunk.origin, chunk.stage, chunk.owner, chunk.seenAs].map((column) => words[column[at] ?? 0]),
    ]);
  });
  const keys = await readKeys(database, slots);
  return Object.fromEntries(slots.map((slot) => [JSON.stringify(keys.get(slot)), said.get(slot)]));
}
