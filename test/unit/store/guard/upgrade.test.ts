import { beforeEach, expect, test, vi } from 'vitest';
import { putRate, fresh } from './stored-world';
import { mirrorRows, rowsOf, World } from './world';

interface Version {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
}

const { known } = vi.hoisted(() => ({ known: [] as Version[] }));

vi.mock('../../../../lib/store/migrations/all', () => ({ migrations: known }));

const first: Version = {
  version: 1,
  stores: { deals: 'key', changes: '++id', rates: '[from+to+on]', columns: 'chunk', summary: 'scope' },
};
const second: Version = { version: 2, stores: { rates: '[from+to+on], rate', people: 'key' } };

beforeEach(() => {
  known.splice(0, known.length, first);
});

async function worldOfFirstVersion(): Promise<World> {
  const world = new World();
  const { database, guard, end } = world.start();
  await putRate(database, '2026-01-01', '1');
  await guard.tend();
  await putRate(database, '2026-01-02', '2');
  end();
  known.push(second);
  return world;
}

test('a store that was lost with the update goes through the upgrade, from the mirror of the older version', async () => {
  const world = await worldOfFirstVersion();
  world.primary = fresh();
  const { database, guard, end } = world.start();
  await guard.whenReady();
  expect(await database.rates.where('rate').equals('2').count()).toBe(1);
  expect(world.outcome()).toMatchObject({ kind: 'restored' });
  expect(world.outcome()?.missing).toBeUndefined();
  await guard.tend();
  expect(await mirrorRows(world, database)).toEqual(await rowsOf(database));
  end();

  // From then on the mirror is of the newer version, and needs no detour.
  world.primary = fresh();
  const next = world.start();
  await next.guard.whenReady();
  expect(await next.database.rates.count()).toBe(2);
  next.end();
});

test('an update gives the mirror the upgraded rows', async () => {
  const world = await worldOfFirstVersion();
  const { database, guard, end } = world.start();
  await guard.whenReady();
  await guard.tend();
  expect(await mirrorRows(world, database)).toEqual(await rowsOf(database));
  expect(world.outcome()).toBeUndefined();
  end();
});
