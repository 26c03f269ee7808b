import { describe, expect, test, vi } from 'vitest';
import { later } from '../../../../lib/store/guard/recorder';
import { write } from '../../../../lib/store/write';
import { readState } from '../../../../lib/store/read-state';
import { fresh, journalOf, putRate, rate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';
import { rowsOf, World } from './world';

describe('a write', () => {
  test('is kept in the journal, with the keys that the store gave', async () => {
    const world = new World();
    const { database, end } = world.start();
    await write(database, [database.changes, database.table('columns'), database.rates], async () => {
      await database.table('changes').bulkAdd([{ key: 'a' }, { key: 'b' }]);
      await database.table('columns').put({ chunk: 'head' });
      await database.rates.where(':id').between(['A'], ['B'], true, false).delete();
      await database.rates.bulkDelete([['EUR', 'DKK', '2026-01-01']]);
    });
    expect(await journalOf(world)).toMatchObject([
      {
        generation: 1,
        ops: [
          {
            table: 'changes',
            put: [
              { id: 1, key: 'a' },
              { id: 2, key: 'b' },
            ],
          },
          { table: 'rates', clear: { lower: ['A'], upper: ['B'], upperOpen: true } },
          { table: 'rates', drop: [['EUR', 'DKK', '2026-01-01']] },
        ],
      },
    ]);
    end();
  });

  test('that does not wait for its requests is kept whole, and ends when they have', async () => {
    const world = new World();
    const { database, end } = world.start();
    await write(database, [database.changes, database.rates], async () => {
      later(database.table('changes').bulkAdd([{ key: 'a' }]));
      later(database.rates.bulkPut([rate('2026-01-01'), rate('2026-01-02')]));
    });
    expect(await database.rates.count()).toBe(2);
    expect(await journalOf(world)).toMatchObject([
      {
        ops: [
          { table: 'changes', put: [{ id: 1, key: 'a' }] },
          { table: 'rates', put: [rate('2026-01-01'), rate('2026-01-02')] },
        ],
      },
    ]);
    end();
  });

  test('fails with a request that it does not wait for, and leaves nothing', async () => {
    const world = await worldWithStore();
    const { database, end } = world.start();
    const failing = write(database, [database.rates], async () => {
      later(database.rates.put(rate('2026-01-03')));
      later(database.rates.bulkAdd([rate('2026-01-01')]));
    });
    await expect(failing).rejects.toThrow('already exists');
    expect(await database.rates.count()).toBe(2);
    await vi.waitFor(async () => expect(await journalOf(world)).toEqual([]));
    expect(await readState(database)).toMatchObject({ generation: 2 });
    end();
  });

  test('that changes nothing raises no generation and leaves no record', async () => {
    const world = new World();
    const { database, end } = world.start();
    await write(database, [database.rates], () => database.rates.count());
    await write(database, [database.rates], () => database.rates.bulkDelete([]));
    expect(await readState(database)).toMatchObject({ generation: 0 });
    expect(await journalOf(world)).toEqual([]);
    end();
  });

  test('is done once more where the browser had closed the connection', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    world.primary = trouble.wire(world.primary);
    const { database, guard, end } = world.start();
    await guard.whenReady();
    trouble.abort = { table: 'rates', times: 1 };
    await putRate(database, '2026-01-03');
    expect(await database.rates.count()).toBe(3);
    expect(world.session.items.get('storeError')).toBeUndefined();
    end();
  });

  test('that fails after it was kept is taken out of the journal, and harms nothing', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    const { primary } = world;
    world.primary = trouble.wire(primary);
    const { database, guard, end } = world.start();
    await guard.whenReady();
    trouble.abort = { table: 'summary', times: 2 };
    await expect(putRate(database, '2026-01-03')).rejects.toThrow('aborted');
    expect(await database.rates.count()).toBe(2);
    await vi.waitFor(async () => expect(await journalOf(world)).toEqual([]));
    await putRate(database, '2026-01-04');
    const rows = await rowsOf(database);
    expect(rows['rates']).toHaveLength(3);
    end();

    world.primary = fresh();
    const next = world.start();
    await next.guard.whenReady();
    expect(await rowsOf(next.database)).toEqual(rows);
    next.end();
  });
});
