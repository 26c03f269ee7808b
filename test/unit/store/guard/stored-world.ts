import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { beforeEach, vi } from 'vitest';
import type { Database } from '../../../../lib/store/database';
import { openMirror } from '../../../../lib/store/guard/mirror';
import { write } from '../../../../lib/store/write';
import { World } from './world';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

export const rate = (on: string, value = '7.46') => ({ from: 'EUR', to: 'DKK', on, rate: value });

export function putRate(database: Database, on: string, value?: string) {
  return write(database, [database.rates], () => database.rates.put(rate(on, value)));
}

/** A world with a store of two rates, both copies whole. */
export async function worldWithStore(): Promise<World> {
  const world = new World();
  const { database, guard, end } = world.start();
  await putRate(database, '2026-01-01');
  await putRate(database, '2026-01-02');
  await guard.tend();
  end();
  return world;
}

export async function journalOf(world: World) {
  const mirror = openMirror(world.mirror);
  await mirror.open();
  const records = await mirror.journal.toArray();
  mirror.close();
  return records;
}

/** A browser's IndexedDB with nothing in it. */
export const fresh = (): IDBFactory => new FakeFactory();
