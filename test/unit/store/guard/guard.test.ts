import { beforeEach, expect, test, vi } from 'vitest';
import { write } from '../../../../lib/store/write';
import type { Database } from '../../../../lib/store/database';
import { mirrorRows, rowsOf, stateOf, World } from './world';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const rate = (on: string, value = '7.46') => ({ from: 'EUR', to: 'DKK', on, rate: value });

function putRate(database: Database, on: string, value?: string) {
  return write(database, [database.rates], () => database.rates.put(rate(on, value)));
}

test('a store that was wiped comes back whole from the mirror, with what the journal still held', async () => {
  const world = new World();
  const first = world.start();
  await putRate(first.database, '2026-01-01');
  await first.guard.tend();
  await putRate(first.database, '2026-01-02');
  const before = await rowsOf(first.database);
  const state = await stateOf(first.database);
  first.end();

  world.primary = new World().primary;
  const next = world.start();
  await next.guard.whenReady();
  expect(await rowsOf(next.database)).toEqual(before);
  expect(await stateOf(next.database)).toEqual(state);
  expect(world.outcome()).toMatchObject({ kind: 'restored', whole: true });
  expect(world.outcome()?.missing).toBeUndefined();
  expect(next.rebuilt()).toBe(1);
  await next.guard.tend();
  expect(await mirrorRows(world, next.database)).toEqual(before);
});
