import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followStore } from '../../../../components/hooks/follow-store';

/** The store's generation, which a test raises. */
const writes = vi.hoisted(() => ({ listeners: new Set<() => void>() }));
vi.mock('../../../../components/hooks/stored', () => ({
  stored: () => ({
    get: () => 1,
    subscribe(listener: () => void) {
      writes.listeners.add(listener);
      listener();
      return () => writes.listeners.delete(listener);
    },
  }),
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  writes.listeners.clear();
});

const write = () => writes.listeners.forEach((listener) => listener());
const minutes = (n: number) => vi.advanceTimersByTimeAsync(n * 60_000);

/** What never goes well, and how often it was tried. */
function broken() {
  let calls = 0;
  const live = followStore<string>(
    async () => {
      calls += 1;
      throw new Error('broken');
    },
    () => {},
  );
  return { live, calls: () => calls };
}

describe('what follows the store', () => {
  test('is tried again after a fault, without a write, and stands once it goes well', async () => {
    const faults: unknown[] = [];
    let calls = 0;
    const live = followStore<string>(
      async () => {
        calls += 1;
        if (calls < 4) throw new Error(`no. ${calls}`);
        return 'learned';
      },
      (fault) => faults.push(fault),
    );
    const stop = live.subscribe(() => {});
    await minutes(1);
    expect([live.get(), calls, faults.length]).toEqual(['learned', 4, 3]);
    await minutes(60);
    expect(calls).toBe(4);
    stop();
  });

  test('is not tried for ever: after a few faults it waits for the next write', async () => {
    const { live, calls } = broken();
    const stop = live.subscribe(() => {});
    await minutes(60);
    expect(calls()).toBe(7);
    write();
    await minutes(60);
    expect(calls()).toBe(14);
    stop();
    await minutes(60);
    expect(calls()).toBe(14);
  });

  test('ends its tries with its last listener', async () => {
    const { live, calls } = broken();
    live.subscribe(() => {})();
    await minutes(60);
    expect(calls()).toBeLessThan(2);
  });

  test('is gathered anew on another day, where it is of a day', async () => {
    let day = '2026-03-05';
    const live = followStore<string>(
      async () => `of ${day}`,
      () => {},
      { hourOf: () => day },
    );
    const stop = live.subscribe(() => {});
    await minutes(10);
    expect(live.get()).toBe('of 2026-03-05');
    day = '2026-03-06';
    await minutes(1);
    expect(live.get()).toBe('of 2026-03-06');
    stop();
  });
});
