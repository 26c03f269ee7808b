import { describe, expect, test } from 'vitest';
import { openMirror } from '../../../../lib/store/guard/mirror';
import { readState } from '../../../../lib/store/read-state';
import { Fuse } from './fuse';
import { fresh, putRate, rate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';
import { mirrorRows, rowsOf } from './world';

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
    expect(await readState(database)).toMatchObject({ generation: 4 });
    end();
  });
});
