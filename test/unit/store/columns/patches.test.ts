import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnsHead } from '../../../../lib/store/columns/column-rows';
import { changedKeys } from '../../../../lib/store/columns/changed-keys';
import { ensureColumns } from '../../../../lib/store/columns/ensure-columns';
import { putDeals } from '../../../../lib/store/columns/put-rows';
import { readColumns } from '../../../../lib/store/columns/read-columns';
import { withoutSlot } from '../../../../lib/store/columns/without-slot';
import { writeDeals } from '../../../../lib/store/columns/write-deals';
import { openDatabase, type Database } from '../../../../lib/store/database';
import { freshDatabase } from '../open';
import { expectBuiltAnewWithout, expectTrueColumns } from './oracle';
import { addRaw, rawDeal } from './raw-rows';

const today = '2026-03-10';
const chunkCount = 3;
const dealCount = chunkCount * 1024;

async function threeChunks(): Promise<Database> {
  const database = freshDatabase();
  await addRaw(database, {
    deals: Array.from({ length: dealCount }, (_, nth) => rawDeal(nth, { slot: nth })),
  });
  await ensureColumns(database);
  return database;
}

/** Gives these deals another amount, and those that are not there yet a row. */
async function change(database: Database, numbers: readonly number[], amountMinor: number): Promise<void> {
  await writeDeals(database, [], async () => {
    const deals = numbers.map((nth) => rawDeal(nth, { amountMinor, owner: `Owner of ${amountMinor}` }));
    const before = await database.deals.bulkGet(deals.map(({ key }) => key));
    await putDeals(
      database,
      deals.map((deal, nth) => ({ before: before[nth], after: withoutSlot(deal) })),
    );
  });
}

/** As whoever opens the store next finds it. */
async function expectTrueOnDisk({ name }: Database): Promise<void> {
  const next = openDatabase(name);
  await expectTrueColumns(next, today);
  next.close();
}

async function storedRows(database: Database): Promise<{ head: ColumnsHead; patches: string[] }> {
  const keys = (await database.columns.toCollection().primaryKeys()).filter((key) => key.startsWith('p:'));
  return { head: (await database.columns.get('head')) as ColumnsHead, patches: keys.toSorted() };
}

describe('patches of the columns', () => {
  it('hold what changes of few slots of a chunk: of three chunks no row is written again', async () => {
    const database = await threeChunks();
    const before = (await storedRows(database)).head.values;
    await change(database, [5, 1500, 3000], 7);
    const { head, patches } = await storedRows(database);
    expect(head.values).toEqual(before);
    expect(patches).toEqual([`p:${head.version}`]);
    expect(await database.columns.get(`p:${head.version}`)).toMatchObject({ slots: { length: 3 } });
    await expectTrueOnDisk(database);
  });

  it('have no part in what is new, or changes many slots: their chunks are written, and the others are not', async () => {
    const database = await threeChunks();
    const before = (await storedRows(database)).head;
    await change(database, [...Array(100).keys(), dealCount, dealCount + 1], 7);
    const { head, patches } = await storedRows(database);
    const written = head.values.flatMap((version, n) => (version === before.values[n] ? [] : [n]));
    expect(written).toHaveLength(2);
    expect(written).toContain(chunkCount);
    expect(patches).toEqual([]);
    await expectTrueOnDisk(database);
  });

  it('are never more than sixteen: the next write folds them all', async () => {
    const database = await threeChunks();
    const counts: number[] = [];
    for (let nth = 0; nth < 40; nth += 1) {
      // Of the third chunk one slot alone, and once.
      await change(database, nth === 0 ? [2100] : [nth, 1100 + nth], nth);
      const { head, patches } = await storedRows(database);
      expect(patches).toEqual(head.patches.map((version) => `p:${version}`).toSorted());
      counts.push(patches.length);
    }
    expect(Math.max(...counts)).toBe(16);
    expect(counts.slice(14, 19)).toEqual([15, 16, 0, 1, 2]);
    await expectTrueOnDisk(database);
  });

  it('where one is missing, the columns are built anew', async () => {
    const database = await threeChunks();
    await change(database, [5], 7);
    const { head } = await storedRows(database);
    await expectBuiltAnewWithout(database, `p:${head.version}`, today);
  });

  it('give whoever reads now and then what gives who reads for the first time, and never change what was read', async () => {
    const slots = fc.oneof(
      fc.array(fc.integer({ min: 0, max: dealCount + 5 }), { minLength: 1, maxLength: 8 }),
      // Some sixty of one chunk: at times it is written whole for them.
      fc.record({ from: fc.integer({ min: 0, max: dealCount - 100 }), n: fc.integer({ min: 55, max: 75 }) }),
    );
    const steps = fc.array(fc.record({ slots, isRead: fc.boolean() }), { minLength: 20, maxLength: 45 });
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const writer = await threeChunks();
        const page = openDatabase(writer.name);
        const copies: (readonly [seen: unknown, copy: unknown])[] = [];
        let mark = (await changedKeys(page, undefined)).mark;
        let since = new Set<string>();
        for (const [nth, { slots: some, isRead }] of drawn.entries()) {
          const numbers = Array.isArray(some)
            ? some
            : Array.from({ length: some.n }, (_, at) => some.from + at);
          await change(writer, [...new Set(numbers)], nth);
          for (const number of numbers) since.add(rawDeal(number).key);
          if (!isRead) continue;
          const seen = await readColumns(page);
          copies.push([seen, structuredClone(seen)]);
          const fresh = openDatabase(writer.name);
          expect(seen).toEqual(await readColumns(fresh));
          fresh.close();
          const told = await changedKeys(page, mark);
          expect(told.changed?.deals.toSorted()).toEqual([...since].toSorted());
          [mark, since] = [told.mark, new Set()];
        }
        for (const [seen, copy] of copies) expect(seen).toEqual(copy);
        await expectTrueColumns(page, today);
        page.close();
        writer.close();
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
