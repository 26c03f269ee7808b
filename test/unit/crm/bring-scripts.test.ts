import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBringer } from '../../../lib/crm/bring-scripts';
import type { AdapterScript } from '../../../lib/crm/reader-channel';

/** @param comesAt The try, from 1, with which a script comes. */
function bringing(comesAt: number, signal = new AbortController().signal) {
  const asked: AdapterScript[] = [];
  const onSettled = vi.fn<() => void>();
  const bringer = createBringer({
    load: async (script) => void asked.push(script),
    hasCome: () => asked.length >= comesAt,
    wait: async () => {},
    onSettled,
    signal,
  });
  return { ...bringer, asked, onSettled };
}

describe('a script that a page needs', () => {
  afterEach(() => void vi.useRealTimers());

  it('is asked for once, however often it is needed, and the page is looked at when it has come', async () => {
    const { bring, isVain, asked, onSettled } = bringing(1);
    await Promise.all([bring('boxes'), bring('boxes')]);
    await bring('boxes');
    expect([asked, onSettled.mock.calls.length, isVain('boxes')]).toEqual([['boxes'], 1, false]);
  });

  it('is asked for again where it did not come', async () => {
    const { bring, isVain, asked, onSettled } = bringing(3);
    await bring('boxes');
    expect([asked.length, onSettled.mock.calls.length, isVain('boxes')]).toEqual([3, 1, false]);
  });

  it('is given up after three times, and the page is looked at without it', async () => {
    const { bring, isVain, asked, onSettled } = bringing(Infinity);
    await bring('boxes');
    await bring('boxes');
    expect([asked.length, onSettled.mock.calls.length]).toEqual([3, 1]);
    expect([isVain('boxes'), isVain('generic')]).toEqual([true, false]);
  });

  it('is not asked for again once reading has ended', async () => {
    const { bring, asked, onSettled } = bringing(Infinity, AbortSignal.abort());
    await bring('boxes');
    expect([asked.length, onSettled.mock.calls.length]).toEqual([1, 0]);
  });
});
