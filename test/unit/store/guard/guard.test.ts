import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../../lib/store/database';
import { openMirror } from '../../../../lib/store/guard/mirror';
import { wipeStore } from '../../../../lib/store/wipe';
import { write } from '../../../../lib/store/write';
import { Fuse } from './fuse';
import { Trouble } from './trouble';
import { mirrorRows, rowsOf, stateOf, World } from './world';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const rate = (on: string, value = '7.46') => ({ from: 'EUR', to: 'DKK', on, rate: value });

function putRate(database: Database, on: string, value?: string) {
  return write(database, [database.rates], () => database.rates.put(rate(on, value)));
}

/** A world with a store of two rates, both copies whole. */
async function worldWithStore(): Promise<World> {
  const world = new World();
  const { database, guard, end } = world.start();
  await putRate(database, '2026-01-01');
  await putRate(database, '2026-01-02');
  await guard.tend();
  end();
  return world;
}

async function journalOf(world: World) {
  const mirror = openMirror(world.mirror);
  await mirror.open();
  const records = await mirror.journal.toArray();
  mirror.close();
  return records;
}

const fresh = (): IDBFactory => new FakeFactory();

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

  test('that changes nothing raises no generation and leaves no record', async () => {
    const world = new World();
    const { database, end } = world.start();
    await write(database, [database.rates], () => database.rates.count());
    await write(database, [database.rates], () => database.rates.bulkDelete([]));
    expect(await stateOf(database)).toMatchObject({ generation: 0 });
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
    await expect(putRate(database, '2026-01-03')).rejects.toThrow();
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

describe('a store that was lost', () => {
  test('comes back whole from the mirror, with what the journal still held', async () => {
    const world = await worldWithStore();
    const first = world.start();
    await putRate(first.database, '2026-01-03');
    const [before, state] = [await rowsOf(first.database), await stateOf(first.database)];
    first.end();
    world.primary = fresh();

    const { database, guard, rebuilt, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual(before);
    expect(await stateOf(database)).toEqual(state);
    expect(world.outcome()).toMatchObject({ kind: 'restored', whole: true, deals: 0, changes: 0 });
    expect(world.outcome()?.missing).toBeUndefined();
    expect(rebuilt()).toBe(1);
    await guard.tend();
    expect(await mirrorRows(world, database)).toEqual(before);
    end();
  });

  test('is restored into another bucket where the browser can neither open nor delete it', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    trouble.opening = 'UnknownError';
    world.primary = trouble.wire(world.primary);
    const { database, end } = world.start();
    await putRate(database, '2026-01-03');
    expect((await rowsOf(database))['rates']).toHaveLength(3);
    expect(world.local.items.get('home')).toBe('stafet');
    end();

    // The next worker, and every page, finds it there, whatever has become of the old place.
    trouble.opening = undefined;
    const next = world.start();
    expect((await rowsOf(next.database))['rates']).toHaveLength(3);
    next.end();
  });

  test('is told where neither copy is left, with what there was', async () => {
    const world = new World();
    const first = world.start();
    await write(first.database, [first.database.deals], async () => {
      await first.database.table('deals').bulkPut([{ key: 'a' }, { key: 'b' }]);
    });
    await first.guard.tend();
    first.end();
    world.primary = fresh();
    world.buckets.clear();
    const { database, end } = world.start();
    await putRate(database, '2026-01-01');
    expect(world.outcome()).toMatchObject({ kind: 'lost', whole: true, deals: 2 });
    expect(await stateOf(database)).toMatchObject({ generation: 1 });
    end();
  });

  test('is not told where there never was one', async () => {
    const world = new World();
    const { guard, end } = world.start();
    await guard.whenReady();
    expect(world.outcome()).toBeUndefined();
    expect(world.sentinel()).toBeUndefined();
    end();
  });

  test('and whose mirror cannot be opened holds writes back, for this session and no longer', async () => {
    const world = await worldWithStore();
    world.primary = fresh();
    const closed = { open: () => Promise.reject(new DOMException('No', 'UnknownError')) };
    const first = world.start(new Fuse(), closed);
    await expect(putRate(first.database, '2026-01-03')).rejects.toThrow('waited for');
    expect(world.session.items.get('storeError')).toMatchObject({ kind: 'held' });
    first.end();
    // Another worker of the same session waits as well.
    const second = world.start(new Fuse(), closed);
    await expect(putRate(second.database, '2026-01-03')).rejects.toThrow('waited for');
    second.end();

    world.restartBrowser();
    const third = world.start(new Fuse(), closed);
    await putRate(third.database, '2026-01-03');
    expect(world.outcome()).toMatchObject({ kind: 'lost' });
    third.end();
  });

  test('comes back as it was where the mirror can be opened again', async () => {
    const world = await worldWithStore();
    world.primary = fresh();
    const first = world.start(new Fuse(), {
      open: () => Promise.reject(new DOMException('No', 'UnknownError')),
    });
    await first.guard.whenReady();
    first.end();
    const { database, end } = world.start();
    await putRate(database, '2026-01-03');
    expect((await rowsOf(database))['rates']).toHaveLength(3);
    end();
  });
});

describe('a store that lacks something', () => {
  test('gets the writes of the journal again, and the user is told of more than one', async () => {
    const world = await worldWithStore();
    const first = world.start();
    const { copyFactory } = await import('./copy-factory');
    const earlier = await copyFactory(world.primary);
    for (const day of ['03', '04', '05']) await putRate(first.database, `2026-01-${day}`);
    const rows = await rowsOf(first.database);
    first.end();
    world.primary = earlier;
    const { database, guard, rebuilt, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual(rows);
    expect(rebuilt()).toBe(1);
    expect(world.outcome()).toMatchObject({ kind: 'restored', whole: false });
    end();
  });

  test('deals, of those that there were at this very generation, gets them again', async () => {
    const world = new World();
    const first = world.start();
    await write(first.database, [first.database.deals], async () => {
      await first.database.table('deals').bulkPut([{ key: 'a' }, { key: 'b' }, { key: 'c' }]);
    });
    await first.guard.tend();
    // Past the door: the rows are gone, and nothing says so.
    await first.database.deals.bulkDelete(['a', 'c']);
    first.end();
    world.session.items.clear();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await database.deals.count()).toBe(3);
    expect(world.outcome()).toMatchObject({ kind: 'restored', whole: false, deals: 3 });
    end();
  });

  test('a row that cannot be read gets it again, when reading has failed twice', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    world.primary = trouble.wire(world.primary);
    const { database, guard, rebuilt, end } = world.start();
    await guard.whenReady();
    trouble.reading = { table: 'rates', error: 'NotReadableError' };
    const readAndPut = () =>
      write(database, [database.rates], async () => {
        await database.rates.get(['EUR', 'DKK', '2026-01-01']);
        await database.rates.put(rate('2026-01-03'));
      });
    await expect(readAndPut()).rejects.toThrow();
    expect(rebuilt()).toBe(0);
    trouble.reading = undefined;
    await readAndPut();
    expect(rebuilt()).toBe(1);
    expect(await database.rates.count()).toBe(3);
    end();
  });
});

describe('the mirror', () => {
  test('that cannot be written keeps no write back, and is filled when it comes back', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    const first = world.start(new Fuse(), {
      open: (name) => Promise.resolve(trouble.wire(world.bucket(name))),
    });
    await first.guard.whenReady();
    trouble.writing = 'UnknownError';
    await putRate(first.database, '2026-01-03');
    await putRate(first.database, '2026-01-04');
    expect(world.local.items.get('secondCopy')).toMatchObject({ since: expect.any(String) as string });
    const rows = await rowsOf(first.database);
    first.end();

    const { database, guard, end } = world.start();
    await guard.whenReady();
    await guard.tend();
    expect(await mirrorRows(world, database)).toEqual(rows);
    expect(world.local.items.get('secondCopy')).toBeUndefined();
    expect(world.outcome()).toBeUndefined();
    end();
  });

  test('that has missed writes never takes the store back to what it has', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    const first = world.start(new Fuse(), {
      open: (name) => Promise.resolve(trouble.wire(world.bucket(name))),
    });
    await first.guard.whenReady();
    // It has the record of a write that was not committed, and misses the one that was, of the same generation.
    const mirror = openMirror(world.mirror);
    await mirror.open();
    trouble.writing = 'UnknownError';
    await putRate(first.database, '2026-01-03', '1');
    await mirror.journal.put({
      generation: 3,
      at: '2026-03-02T10:00:00.000Z',
      ops: [{ table: 'rates', put: [rate('2026-01-03', '2')] }],
    });
    mirror.close();
    first.end();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    await guard.tend();
    expect(await database.rates.get(['EUR', 'DKK', '2026-01-03'])).toMatchObject({ rate: '1' });
    expect(await mirrorRows(world, database)).toEqual(await rowsOf(database));
    end();
  });

  test('that cannot be opened is made anew while the store is whole', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    trouble.opening = 'UnknownError';
    world.mirror = trouble.wire(world.mirror);
    const { database, guard, end } = world.start();
    await guard.whenReady();
    await guard.tend();
    expect(await mirrorRows(world, database)).toEqual(await rowsOf(database));
    end();
  });

  test('with a record that cannot be read says that something is missing', async () => {
    const world = await worldWithStore();
    const first = world.start();
    await putRate(first.database, '2026-01-03');
    await putRate(first.database, '2026-01-04');
    first.end();
    const trouble = new Trouble();
    world.mirror = trouble.wire(world.mirror);
    trouble.reading = { table: 'journal', error: 'NotReadableError' };
    world.primary = fresh();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect((await rowsOf(database))['rates']).toHaveLength(2);
    expect(world.outcome()).toMatchObject({ kind: 'restored', whole: true, missing: {} });
    expect(await stateOf(database)).toMatchObject({ generation: 4 });
    end();
  });
});

describe('a full disk', () => {
  test('is said before anything is written, keeps what is stored, and passes by itself', async () => {
    const world = await worldWithStore();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      world.freeBytes = 1_000_000;
      vi.setSystemTime(Date.now() + 5000);
      await expect(putRate(database, '2026-01-03')).rejects.toThrow('full');
      expect(world.session.items.get('storeError')).toMatchObject({ kind: 'disk-full' });
      expect(await database.rates.count()).toBe(2);
      expect(await journalOf(world)).toEqual([]);

      world.freeBytes = Infinity;
      vi.setSystemTime(Date.now() + 5000);
      await putRate(database, '2026-01-03');
      expect(world.session.items.get('storeError')).toBeUndefined();
      expect(await database.rates.count()).toBe(3);
    } finally {
      vi.useRealTimers();
    }
    end();
  });

  test('that shows in the middle of a write begins new logs before the next', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    world.primary = trouble.wire(world.primary);
    const { database, guard, end } = world.start();
    await guard.whenReady();
    trouble.writing = 'QuotaExceededError';
    await expect(putRate(database, '2026-01-03')).rejects.toThrow();
    expect(world.session.items.get('rotated')).toBeUndefined();
    trouble.writing = undefined;
    await putRate(database, '2026-01-03');
    expect(world.session.items.get('rotated')).toBe(true);
    end();
  });
});

describe('a wipe', () => {
  test('leaves nothing anywhere, and is not undone', async () => {
    const world = await worldWithStore();
    world.local.items.set('glance', { won: 1 });
    const first = world.start();
    const before = await stateOf(first.database);
    await wipeStore(first.database);
    expect(await rowsOf(first.database)).toEqual({});
    expect(await mirrorRows(world, first.database)).toEqual({});
    expect(await journalOf(world)).toEqual([]);
    expect([...world.local.items.keys()]).toEqual([]);
    expect((await stateOf(first.database))?.uuid).not.toBe(before?.uuid);
    first.end();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual({});
    expect(world.outcome()).toBeUndefined();
    end();
  });

  test('that a kill breaks off anywhere after its beginning is brought to its end', async () => {
    let wasWiped = 0;
    for (let steps = 1; steps < 24; steps += 1) {
      const world = await worldWithStore();
      const first = world.start(new Fuse(steps));
      await first.guard.whenReady();
      const isDone = await wipeStore(first.database).then(
        () => !first.fuse.isBlown,
        () => false,
      );
      const wasBegun = world.local.items.get('sentinel') === 'wiping' || isDone;
      first.end();
      const { database, guard, end } = world.start();
      await guard.whenReady();
      const rows = await rowsOf(database);
      // Either it was, in every place, or it was not.
      if (wasBegun || rows['rates'] === undefined) {
        wasWiped += 1;
        expect(rows).toEqual({});
        await guard.tend();
        expect(await mirrorRows(world, database)).toEqual({});
        expect(world.outcome()).toBeUndefined();
      } else expect(rows['rates']).toHaveLength(2);
      end();
    }
    expect(wasWiped).toBeGreaterThan(5);
  });
});

test('a store of a newer extension is left as it is', async () => {
  const world = await worldWithStore();
  const opening = world.primary.open('stafet', 990);
  await new Promise((resolve) => (opening.onsuccess = resolve));
  opening.result.close();
  world.buckets.clear();
  const { database, guard, end } = world.start();
  await expect(putRate(database, '2026-01-03')).rejects.toThrow('newer');
  await guard.whenReady();
  expect(world.session.items.get('storeError')).toMatchObject({ kind: 'newer-version' });
  const again = world.primary.open('stafet');
  await new Promise((resolve) => (again.onsuccess = resolve));
  expect(again.result.version).toBe(990);
  again.result.close();
  end();
});
