import { expect, test } from 'vitest';
import { openMirror } from '../../../../lib/store/guard/mirror';
import { write } from '../../../../lib/store/write';
import { copyFactory } from './copy-factory';
import { Fuse } from './fuse';
import { fresh } from './stored-world';
import { mirrorRows, rowsOf, World, type Rows } from './world';

/** A store that has lost deals, beside a second copy that has lost changes and a person. */
async function hurtWorld(): Promise<{ world: World; rows: Rows }> {
  const world = new World();
  const { database, guard, end } = world.start();
  const { deals, changes, people } = database;
  await write(database, [deals, changes, people], async () => {
    // Rows of a test have the fields that matter to it: their keys.
    for (const table of [deals, changes, people])
      await database.table(table.name).bulkPut([{ key: 'a' }, { key: 'b' }, { key: 'c' }]);
  });
  await guard.tend();
  const rows = await rowsOf(database);
  // Past the door: the rows are gone, and nothing says so.
  await deals.bulkDelete(['a', 'b']);
  end();
  const mirror = openMirror(world.mirror);
  await mirror.open();
  await mirror.rows.bulkDelete([
    ['changes', 2],
    ['changes', 3],
    ['people', 'c'],
  ]);
  mirror.close();
  world.session.items.clear();
  return { world, rows };
}

test('two copies that lack rows of different tables give each other what they have', async () => {
  const { world, rows } = await hurtWorld();
  const { database, guard, end } = world.start();
  await guard.whenReady();
  expect(await rowsOf(database)).toEqual(rows);
  // What both may have lost, nobody knows.
  expect(world.outcome()).toMatchObject({ kind: 'restored', whole: false, missing: {} });
  await guard.tend();
  expect(await mirrorRows(world, database)).toEqual(rows);
  end();
  world.primary = fresh();
  const next = world.start();
  await next.guard.whenReady();
  expect(await rowsOf(next.database)).toEqual(rows);
  next.end();
});

test('so they do when the worker is killed in the midst of it, at any moment', async () => {
  const { world: hurt, rows } = await hurtWorld();
  for (let kill = 1, isOver = false; !isOver; kill += 1) {
    const world = new World();
    world.primary = await copyFactory(hurt.primary);
    world.mirror = await copyFactory(hurt.mirror);
    for (const [key, value] of hurt.local.items) world.local.items.set(key, structuredClone(value));
    world.session.items.clear();
    const first = world.start(new Fuse(kill));
    await first.guard.whenReady();
    await first.guard.tend();
    isOver = !first.fuse.isBlown;
    first.end();
    // The next session looks again at what this one may not have come to.
    world.session.items.clear();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    expect(await rowsOf(database)).toEqual(rows);
    await guard.tend();
    expect(await mirrorRows(world, database)).toEqual(rows);
    end();
  }
});
