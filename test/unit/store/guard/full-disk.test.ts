import { describe, expect, test, vi } from 'vitest';
import { journalOf, putRate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';

describe('a full disk', () => {
  test('is said before anything is written, keeps what is stored, and passes by itself', async () => {
    const world = await worldWithStore();
    const { database, guard, end } = world.start();
    await guard.whenReady();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      world.freeBytes = 1_000_000;
      vi.setSystemTime(Date.now() + 5000);
      await expect(putRate(database, '2026-01-03')).rejects.toThrow('full');
      expect(world.session.items.get('storeError')).toMatchObject({ kind: 'disk-full' });
      expect(await database.rates.count()).toBe(2);
      expect(await journalOf(world)).toEqual([]);

      world.freeBytes = Infinity;
      vi.setSystemTime(Date.now() + 5000);
      await putRate(database, '2026-01-03');
      expect(world.session.items.get('storeError')).toBeUndefined();
      expect(await database.rates.count()).toBe(3);
    } finally {
      vi.useRealTimers();
    }
    end();
  });

  test('that shows in the middle of a write begins new logs before the next', async () => {
    const world = await worldWithStore();
    const trouble = new Trouble();
    world.primary = trouble.wire(world.primary);
    const { database, guard, end } = world.start();
    await guard.whenReady();
    trouble.writing = 'QuotaExceededError';
    await expect(putRate(database, '2026-01-03')).rejects.toThrow('Cannot be written');
    expect(world.session.items.get('rotated')).toBeUndefined();
    trouble.writing = undefined;
    await putRate(database, '2026-01-03');
    expect(world.session.items.get('rotated')).toBe(true);
    end();
  });
});
