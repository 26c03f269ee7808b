import { beforeAll, describe, expect, test } from 'vitest';
import { type Module, readModule, readModules } from './modules';
import { tableWrites, writingTransactions } from './store-writes';

/** Tables that are written together, or the figures are wrong. */
const TOGETHER = ['deals', 'unidentified', 'columns'];

/** Who may write them: with the columns; from the mirror, after which there are no columns; and nothing at all. */
const WRITERS = /^lib\/store\/(?:columns|guard)\//;
/** Who writes a table that may be any: these write others than those, or empty them all. */
const WRITERS_OF_ANY = /^lib\/store\/(?:import-others|wipe)\.ts$/;
/** The one door for writes, and what stands behind it. */
const DOORS = /^lib\/store\/(?:write\.ts$|guard\/)/;

let modules: readonly Module[];

beforeAll(async () => {
  modules = await readModules(['lib', 'components', 'entrypoints']);
});

describe('the store', () => {
  test('is written: the checks see it', () => {
    expect(modules.length).toBeGreaterThan(200);
    const seen = modules.flatMap((module) => tableWrites(module, [...TOGETHER, 'rates', 'syncs', 'changes']));
    const tables = new Set(seen.map(({ what }) => what.split('.')[0]));
    expect([...tables].toSorted()).toEqual(
      ['any', 'changes', 'columns', 'syncs', 'unidentified', 'deals'].toSorted(),
    );
    expect(modules.flatMap(writingTransactions).map(({ path }) => path)).toContain('lib/store/write.ts');
  });

  test('has deals and rows without id written with their columns, and never without', () => {
    const writes = modules.flatMap((module) => tableWrites(module, TOGETHER));
    const wrong = writes.filter(
      ({ path, what }) => !WRITERS.test(path) && !(what.startsWith('any.') && WRITERS_OF_ANY.test(path)),
    );
    expect(wrong).toEqual([]);
  });

  test('is written through one door', () => {
    expect(modules.flatMap(writingTransactions).filter(({ path }) => !DOORS.test(path))).toEqual([]);
  });

  test.each([
    ['await database.deals.bulkPut(rows);', ['deals.bulkPut']],
    ['const { deals } = database; await deals.where("key").equals(key).modify({ a: 1 });', ['deals.modify']],
    ['await this.database.unidentified.filter((row) => row.a).delete();', ['unidentified.delete']],
    ['await database.table("deals").clear();', ['any.clear']],
    ['for (const table of tables) await table.put(row);', ['any.put']],
    ['await database.columns.get("head"); rates.put(rate); keys.delete(key);', []],
  ])('%s would be found', async (code, expected) => {
    const module = await readModule('lib/store/x.ts', `export async function x() { ${code} }`);
    expect(tableWrites(module, TOGETHER).map(({ what }) => what)).toEqual(expected);
  });

  test.each([
    [`database.transaction('rw', database.deals, work)`, 1],
    [`database.transaction(mode, database.deals, work)`, 1],
    [`database.transaction('r', database.deals, work)`, 0],
  ])('%s opens %i doors', async (code, doors) => {
    const module = await readModule('lib/store/x.ts', `export const x = () => ${code};`);
    expect(writingTransactions(module)).toHaveLength(doors);
  });
});
