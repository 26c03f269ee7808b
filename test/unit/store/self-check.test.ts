import { beforeEach, describe, expect, it, vi } from 'vitest';
import { selfCheck } from '../../../lib/store/self-check';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';
import { expectTrueColumns } from './columns/oracle';

const local = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (name: string) => ({ [name]: local.get(name) }),
        set: async (values: Record<string, unknown>) =>
          Object.entries(values).forEach(([name, value]) => local.set(name, value)),
      },
    },
  },
}));

const key = 'tryton|crm.example.com/sales|7';
const today = '2026-03-10';
const day = (nth: number) => `2026-03-${nth}T08:00:00.000Z`;

async function filled() {
  const database = freshDatabase();
  const amount = { decimal: '12.50', currency: 'EUR' };
  await writeReads(
    database,
    batch([read('7', { outcome: 'open', amount }), read('8', { outcome: 'open', amount })]),
  );
  return database;
}

beforeEach(() => local.clear());

describe('the daily check', () => {
  it('finds nothing in a store that is sound, and looks again after a day', async () => {
    const database = await filled();
    expect(await selfCheck(database, day(10))).toBe(false);
    expect(local.get('selfCheck')).toEqual({ at: day(10) });
    await database.deals.update(key, { amountMinor: 1 });
    expect(await selfCheck(database, '2026-03-11T07:59:59.000Z')).toBe(false);
    expect(await selfCheck(database, day(11))).toBe(true);
  });

  it.each([
    [
      'an amount that the columns have not',
      'v:0',
      (database) => database.deals.update(key, { amountMinor: 1 }),
    ],
    ['a name that the columns have not', 't:0', (database) => database.deals.update(key, { name: 'Fjord' })],
    ['a deal in another place', 'v:0 k:0', (database) => database.deals.update(key, { slot: 1 })],
    ['a deal that the columns have alone', 'v:0 k:0 rows', (database) => database.deals.delete(key)],
    [
      'a deal that the columns have not at all',
      'rows',
      async (database) => {
        const deal = await database.deals.get(key);
        if (deal !== undefined) await database.deals.put({ ...deal, key: `${key}0`, slot: 99 });
      },
    ],
    [
      'a sum that is off by one',
      'sums',
      async (database) => {
        const row = await database.summary.get('all');
        if (row?.scope !== 'all') throw new Error('no sums');
        const groups = row.groups.map((group) => ({ ...group, minor: String(BigInt(group.minor) + 1n) }));
        await database.summary.put({ ...row, groups });
      },
    ],
  ] satisfies [string, string, (database: Awaited<ReturnType<typeof filled>>) => Promise<unknown>][])(
    'finds %s, says so, and puts it right',
    async (_, expected, damage) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      const database = await filled();
      await damage(database);
      expect(await selfCheck(database, day(10))).toBe(true);
      const repaired = { at: day(10), differences: expect.any(Array) as unknown[] };
      expect(local.get('selfCheck')).toEqual({ at: day(10), repaired });
      const noted = local.get('selfCheck') as { repaired: { differences: string[] } };
      expect(noted.repaired.differences.join(' ')).toBe(expected);
      expect(warn.mock.calls.flat().join()).toContain(`columns differ in ${expected}`);
      warn.mockRestore();
      await expectTrueColumns(database, today);
      // The note stays when the next check finds nothing.
      expect(await selfCheck(database, day(12))).toBe(false);
      expect(local.get('selfCheck')).toEqual({ at: day(12), repaired: noted.repaired });
    },
  );
});
