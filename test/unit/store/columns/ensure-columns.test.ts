import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { columnsFormat } from '../../../../lib/pipeline/columns/columns';
import { ensureColumns } from '../../../../lib/store/columns/ensure-columns';
import { putDeals } from '../../../../lib/store/columns/put-rows';
import { rebuildColumns } from '../../../../lib/store/columns/rebuild-columns';
import { readColumns } from '../../../../lib/store/columns/read-columns';
import { withoutSlot } from '../../../../lib/store/columns/without-slot';
import { writeDeals } from '../../../../lib/store/columns/write-deals';
import { openDatabase, type Database } from '../../../../lib/store/database';
import { readGlance } from '../../../../lib/store/read-glance';
import { write } from '../../../../lib/store/write';
import { writeReads } from '../../../../lib/store/write-reads';
import { batch, freshDatabase, read } from '../open';
import { expectBuiltAnewWithout, expectTrueColumns } from './oracle';
import { addRaw, rawDeal, rawStray } from './raw-rows';

const today = '2026-03-10';

async function slots(database: Database): Promise<(number | undefined)[]> {
  const rows = [...(await database.deals.toArray()), ...(await database.unidentified.toArray())];
  return rows.map(({ slot }) => slot);
}

describe('the columns of a store', () => {
  it('that has none are built from its rows, which get a slot each', async () => {
    const database = freshDatabase();
    const deals = Array.from({ length: 1500 }, (_, nth) => rawDeal(nth));
    await addRaw(database, { deals, strays: [1, 2, 3].map((nth) => rawStray(nth)) });
    expect(await readColumns(database)).toBeUndefined();
    expect(await readGlance(database, today)).toBeUndefined();
    await ensureColumns(database);
    await expectTrueColumns(database, today);
    const given = (await slots(database)).toSorted((a = 0, b = 0) => a - b);
    expect(given).toEqual(Array.from({ length: 1503 }, (_, nth) => nth));
  });

  it('are built once, however many ask at once', async () => {
    const database = freshDatabase();
    await addRaw(database, { deals: [rawDeal(1)] });
    const clear = vi.spyOn(database.columns, 'clear');
    await Promise.all([ensureColumns(database), ensureColumns(database), ensureColumns(database)]);
    expect(clear).toHaveBeenCalledTimes(1);
  });

  it('are waited for by writes that began before they were built anew', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead', outcome: 'open' })]));
    // While another write lasts, building begins to wait for its turn, and behind it a look that still sees columns.
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const held = write(database, [database.rates], () => Dexie.waitFor(gate));
    const built = rebuildColumns(database);
    const look = writeReads(database, batch([read('8', { outcome: 'won' })]));
    await readColumns(database);
    await new Promise((resolve) => setTimeout(resolve, 50));
    open();
    await Promise.all([held, built, look]);
    expect(await database.deals.count()).toBe(2);
    await expectTrueColumns(database, today);
  });

  it('let every row stay where it is, but for two in one place, and one far out', async () => {
    const database = freshDatabase();
    const placed = [7, 7, 3, 10_000_000, -1, 2.5].map((slot, nth) => rawDeal(nth, { slot }));
    await addRaw(database, { deals: placed, strays: [{ ...rawStray(9), slot: 3 } as never] });
    await ensureColumns(database);
    await expectTrueColumns(database, today);
    const given = await slots(database);
    const slotOf = async (nth: number) => (await database.deals.get(rawDeal(nth).key))?.slot;
    expect([await slotOf(0), await slotOf(2)]).toEqual([7, 3]);
    expect(new Set(given).size).toBe(7);
    expect(Math.max(...given.map((slot = 0) => slot))).toBeLessThan(20);
  });

  it.each([
    ['of another format', (head: object) => ({ ...head, format: columnsFormat + 1 })],
    ['that are half built', (head: object) => ({ ...head, isBuilding: true })],
  ])('%s tell nothing, and are built anew', async (_, change) => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead', outcome: 'open' })]));
    const head = await database.columns.get('head');
    await database.columns.put(change(head ?? {}) as never);
    expect(await readGlance(database, today)).toBeUndefined();
    await writeReads(database, batch([read('8', { stage: 'lead', outcome: 'open' })]));
    await expectTrueColumns(database, today);
  });

  it.each(['words', 'v:0'])('that lack their row %s are built anew by the next worker', async (chunk) => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead', outcome: 'open' })]));
    await expectBuiltAnewWithout(database, chunk, today);
  });

  it('without their sums are built anew', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead', outcome: 'open' })]));
    await database.summary.delete('all');
    await writeReads(database, batch([read('8', { stage: 'lead', outcome: 'open' })]));
    await expectTrueColumns(database, today);
  });
});

describe('reading the columns', () => {
  it('reads again only the chunks that have changed, and gives the same object where none has', async () => {
    const writer = freshDatabase();
    await addRaw(writer, { deals: Array.from({ length: 3000 }, (_, nth) => rawDeal(nth)) });
    await ensureColumns(writer);
    // A page has a connection, and a memory, of its own.
    const page = openDatabase(writer.name);
    const first = await readColumns(page);
    expect(await readColumns(page)).toBe(first);
    const bulkGet = vi.spyOn(page.columns, 'bulkGet');
    const changed = { ...batch([read('2999', { stage: 'lead' })]), crm: 'crm' };
    const tenant = { tenant: 'other.example.com', host: 'other.example.com' };
    await writeReads(writer, { ...changed, tenant });
    const second = await readColumns(page);
    expect(bulkGet.mock.calls.map(([keys]) => keys)).toEqual([['p:1', 'words']]);
    expect(second?.chunks.slice(0, 2)).toEqual(first?.chunks.slice(0, 2));
    expect(second?.chunks[2]).not.toEqual(first?.chunks[2]);
    expect(second?.chunks[0]).toBe(first?.chunks[0]);
    page.close();
  });

  it('never shows what a write that failed would have written', async () => {
    const one = freshDatabase();
    await writeReads(one, batch([read('7', { stage: 'lead', outcome: 'open' })]));
    const failing = writeDeals(one, [], async () => {
      const [before] = await one.deals.toArray();
      if (before === undefined) throw new Error('no deal');
      await putDeals(one, [{ before, after: { ...withoutSlot(before), outcome: 'won' } }]);
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    // Another worker's write then bears the number that this one would have borne.
    const other = openDatabase(one.name);
    await writeReads(other, batch([read('7', { outcome: 'lost' }, '2026-03-05T10:00:00.000Z')]));
    await expectTrueColumns(one, today);
    other.close();
  });
});
