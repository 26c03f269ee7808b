import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fuse } from './fuse';
import { putRate, worldWithStore } from './stored-world';
import { Trouble } from './trouble';
import { rowsOf } from './world';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('a store that gives no answer keeps nobody waiting for ever, and nothing is taken away for it', async () => {
  const world = await worldWithStore();
  const whole = world.primary;
  const trouble = new Trouble();
  trouble.silent = true;
  world.primary = trouble.wire(whole);
  const { database, end } = world.start();
  const writing = putRate(database, '2026-01-03').catch((error: unknown) => (error as Error).name);
  await vi.advanceTimersByTimeAsync(8000);
  expect(await writing).toBe('StoreBusyError');
  expect(world.session.items.get('storeError')).toMatchObject({ kind: 'busy' });

  const again = putRate(database, '2026-01-03').catch((error: unknown) => (error as Error).name);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await again).toBe('TimeoutError');
  expect(world.session.items.get('storeError')).toMatchObject({ kind: 'unreadable' });
  end();

  vi.useRealTimers();
  world.primary = whole;
  const next = world.start();
  expect((await rowsOf(next.database))['rates']).toHaveLength(2);
  expect(world.outcome()).toBeUndefined();
  expect(world.local.items.get('home')).toBeUndefined();
  next.end();
});

test('a mirror that gives no answer keeps the store from nothing', async () => {
  const world = await worldWithStore();
  const { database, end } = world.start(new Fuse(), { open: () => new Promise(() => {}) });
  const writing = putRate(database, '2026-01-03');
  // A sender that had no answer by now sends again.
  const sentAgain = writing.catch(() => putRate(database, '2026-01-03'));
  await vi.advanceTimersByTimeAsync(40_000);
  await sentAgain;
  expect((await rowsOf(database))['rates']).toHaveLength(3);
  expect(world.local.items.get('secondCopy')).toBeDefined();
  end();
});
