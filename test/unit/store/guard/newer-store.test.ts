import { expect, test } from 'vitest';
import { putRate, worldWithStore } from './stored-world';

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
