import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { rotateLog } from '../../../../lib/store/guard/rotate';
import { putRate } from './stored-world';
import { World } from './world';

/** Sees every database that is opened, and how many bytes are put into it, in rows of what size. */
function watched() {
  const factory = new FakeFactory();
  const seen: { name: string; sizes: number[] }[] = [];
  const open = factory.open.bind(factory);
  factory.open = (name: string, version?: number) => {
    const sizes: number[] = [];
    seen.push({ name, sizes });
    const request = open(name, version);
    request.addEventListener('success', () => {
      const begin = request.result.transaction.bind(request.result);
      request.result.transaction = (...args) => {
        const transaction = begin(...args);
        const storeOf = transaction.objectStore.bind(transaction);
        transaction.objectStore = (store) => {
          const found = storeOf(store);
          const put = found.put.bind(found);
          found.put = (value: unknown, key) => {
            if (value instanceof Uint8Array) sizes.push(value.byteLength);
            return put(value, key);
          };
          return found;
        };
        return transaction;
      };
    });
    return request;
  };
  return { factory, seen };
}

test('a new log is begun with more than LevelDB holds in memory, in rows that go into the log, and nothing stays', async () => {
  const { factory, seen } = watched();
  await rotateLog(factory);
  const { sizes } = seen[0] ?? { sizes: [] };
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(5_000_000);
  expect(Math.max(...sizes)).toBeLessThan(65_536);
  expect(await factory.databases()).toEqual([]);
});

test('it is done in both places before the first write of a session, and once', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const world = new World();
  const [primary, mirror] = [watched(), watched()];
  world.primary = primary.factory;
  world.mirror = mirror.factory;
  world.session.items.clear();
  const first = world.start();
  await putRate(first.database, '2026-01-01');
  first.end();
  const next = world.start();
  await putRate(next.database, '2026-01-02');
  next.end();
  expect(primary.seen.map(({ name }) => name)).toEqual(['stafet-rotation', 'stafet', 'stafet']);
  expect(mirror.seen.map(({ name }) => name)).toEqual(['stafet-rotation', 'stafet-mirror', 'stafet-mirror']);
});
