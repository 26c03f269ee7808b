import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../lib/store/database';
import { settleSite } from '../../../lib/store/settle-site';
import { resumeWipes } from '../../../lib/store/wipe-host';
import { dump, freshDatabase } from './open';
import { expectTrueColumns } from './columns/oracle';
import { addRaw, hosts, rawDeal, rawStray } from './columns/raw-rows';

const today = '2026-03-10';
const [host, other] = hosts;

describe('a wipe of a host', () => {
  it('that a worker’s death has broken off is ended by the next one', async () => {
    const database = freshDatabase();
    await addRaw(database, {
      deals: Array.from({ length: 5000 }, (_, nth) => rawDeal(nth)),
      strays: [1, 2, 3].map((nth) => rawStray(5000 + nth)),
    });
    await database.stages.bulkAdd(
      hosts.map((tenant) => ({
        tenant,
        pipeline: '',
        stage: 'a',
        name: 'A',
        order: 1,
        outcome: 'open' as const,
      })),
    );
    const kept = (await database.deals.toArray()).filter((deal) => deal.host === other).length;
    const died = new Error('the worker died');
    const real = database.changes.where.bind(database.changes);
    const where = vi.spyOn(database.changes, 'where');
    // The store asks for changes by one index alone; the second step of the wipe is where the worker dies.
    where.mockImplementation(() => {
      if (where.mock.calls.length === 2) throw died;
      return real('key') as never;
    });
    await expect(settleSite(database, host, true)).rejects.toThrow(died.message);
    where.mockRestore();
    const half = await database.deals.filter((deal) => deal.host === host).count();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(2500);
    await expectTrueColumns(database, today);

    database.close();
    const next = openDatabase(database.name);
    expect(await resumeWipes(next)).toBe(1);
    expect(await resumeWipes(next)).toBe(0);
    expect(JSON.stringify(await dump(next))).not.toContain(`"${host}"`);
    expect(await next.deals.count()).toBe(kept);
    // Not even a word of it is left in what is made of the rows.
    const rest = [await next.columns.toArray(), await next.summary.toArray()];
    expect(JSON.stringify(rest)).not.toContain(`${host}`);
    await expectTrueColumns(next, today);
    next.close();
  });
});
