import { expect, test } from 'vitest';
import { readState } from '../../../lib/store/read-state';
import { write } from '../../../lib/store/write';
import { freshDatabase } from './open';

const rate = (on: string) => ({ from: 'EUR', to: 'DKK', on, rate: '7.46' });

test('every write raises the generation of one and the same store', async () => {
  const database = freshDatabase();
  await write(database, [database.rates], () => database.rates.put(rate('2026-01-01')));
  const first = await readState(database);
  await write(database, [database.rates], () => database.rates.put(rate('2026-01-02')));
  expect(first).toMatchObject({ generation: 1 });
  expect(await database.summary.get('store')).toMatchObject({ uuid: first?.uuid, generation: 2 });
});

test('a write that fails changes nothing, and the next one goes on', async () => {
  const database = freshDatabase();
  const failing = write(database, [database.rates], async () => {
    await database.rates.put(rate('2026-01-01'));
    throw new Error('broken off');
  });
  const next = write(database, [database.rates], () => database.rates.put(rate('2026-01-02')));
  await expect(failing).rejects.toThrow('broken off');
  await next;
  expect(await database.rates.toArray()).toEqual([rate('2026-01-02')]);
  expect(await database.summary.get('store')).toMatchObject({ generation: 1 });
});

test('writes take turns: what one reads, no other changes before it has written', async () => {
  const database = freshDatabase();
  const rows = Array.from({ length: 20 }, (_, nth) =>
    write(database, [database.rates], async () => {
      const before = await database.rates.count();
      await database.rates.put({ ...rate('2026-01-01'), from: `X${nth}`, rate: String(before) });
    }),
  );
  await Promise.all(rows);
  const counts = (await database.rates.toArray()).map(({ rate: before }) => Number(before));
  expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, nth) => nth));
});
