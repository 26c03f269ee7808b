import { describe, expect, test } from 'vitest';
import { importStep } from '../../../../lib/store/import-step';
import { write } from '../../../../lib/store/write';
import { copyFactory } from './copy-factory';
import { openMirror } from '../../../../lib/store/guard/mirror';
import { fresh, putRate, rate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';
import { rowsOf, World } from './world';

describe('a store that lacks something', () => {
  test('gets the writes of the journal again, and the user is told of more than one', async () => {
    const world = await worldWithStore();
    const first = world.start();
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

  test('an import whose step is sent again, for its answer died with the worker, counts it as new still', async () => {
    const world = await worldWithStore();
    const first = world.start();
    await first.guard.whenReady();
    const earlier = await copyFactory(world.primary);
    const step = {
      name: 'i-1',
      nth: 3,
      work: {
        kind: 'fill' as const,
        table: 'rates' as const,
        rows: [rate('2026-01-03'), rate('2026-01-04')],
      },
    };
    const answer = await importStep(first.database, step);
    expect(answer).toEqual({ others: { added: 2, kept: 0 } });
    first.end();
    world.primary = earlier;
    const next = world.start();
    await next.guard.whenReady();
    expect(await importStep(next.database, step)).toEqual(answer);
    next.end();
  });

  test.each(['deals', 'changes', 'people'])(
    '%s, half of which the browser has lost without a word, gets them again',
    async (name) => {
      const world = new World();
      const first = world.start();
      const table = first.database.table(name);
      await write(first.database, [table], async () => {
        await table.bulkPut([{ key: 'a' }, { key: 'b' }, { key: 'c' }]);
      });
      const rows = await rowsOf(first.database);
      // Past the door: the rows are gone, and nothing says so. No quiet moment had come yet.
      await table.toCollection().limit(2).delete();
      first.end();
      world.session.items.clear();
      const { database, guard, end } = world.start();
      await guard.whenReady();
      expect(await rowsOf(database)).toEqual(rows);
      expect(world.outcome()).toMatchObject({ kind: 'restored', whole: false });
      expect(world.outcome()).not.toHaveProperty('missing');
      end();
    },
  );

  test('nothing, while its second copy lacks rows, is copied anew', async () => {
    const world = await worldWithStore();
    const mirror = openMirror(world.mirror);
    await mirror.open();
    await mirror.rows.toCollection().limit(1).delete();
    mirror.close();
    world.session.items.clear();
    const first = world.start();
    await first.guard.whenReady();
    expect(world.outcome()).toBeUndefined();
    await first.guard.tend();
    const rows = await rowsOf(first.database);
    expect(rows['rates']).toHaveLength(2);
    first.end();
    world.primary = fresh();
    const next = world.start();
    await next.guard.whenReady();
    expect(await rowsOf(next.database)).toEqual(rows);
    next.end();
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
    await expect(readAndPut()).rejects.toThrow('Cannot be read');
    expect(rebuilt()).toBe(0);
    trouble.reading = undefined;
    await readAndPut();
    expect(rebuilt()).toBe(1);
    expect(await database.rates.count()).toBe(3);
    end();
  });
});
