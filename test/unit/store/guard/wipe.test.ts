import { describe, expect, test } from 'vitest';
import { wipeStore } from '../../../../lib/store/wipe';
import { ensureColumns } from '../../../../lib/store/columns/ensure-columns';
import { readState } from '../../../../lib/store/read-state';
import { Fuse } from './fuse';
import { fresh, journalOf, worldWithStore } from './stored-world';
import { mirrorRows, rowsOf } from './world';

describe('a wipe', () => {
  test('leaves nothing anywhere, and is not undone', async () => {
    const world = await worldWithStore();
    world.local.items.set('glance', { won: 1 });
    const first = world.start();
    const before = await readState(first.database);
    await wipeStore(first.database);
    expect(await rowsOf(first.database)).toEqual({});
    expect(await mirrorRows(world, first.database)).toEqual({});
    expect(await journalOf(world)).toEqual([]);
    expect([...world.local.items.keys()]).toEqual([]);
    expect((await readState(first.database))?.uuid).not.toBe(before?.uuid);
    first.end();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual({});
    expect(world.outcome()).toBeUndefined();
    end();
  });

  test('of which only the figures were made anew leaves nothing to tell, also where the store is lost afterwards', async () => {
    const world = await worldWithStore();
    const first = world.start();
    await wipeStore(first.database);
    await ensureColumns(first.database);
    await first.guard.tend();
    expect(world.local.items.get('sentinel')).toMatchObject({ count: 0 });
    first.end();
    world.primary = fresh();
    world.session.items.clear();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await database.deals.count()).toBe(0);
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
