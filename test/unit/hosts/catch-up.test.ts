import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCatchUp } from '../../../lib/hosts/catch-up';

/** A browser as far as permissions, registered scripts and tabs go. */
const state = vi.hoisted(() => ({
  granted: [] as string[],
  registered: undefined as string[] | undefined,
  tabs: [] as { id: number; url: string }[],
  injected: [] as number[],
}));

vi.mock('wxt/browser', () => {
  const within = (url: string, pattern: string) =>
    pattern === 'https://*/*' ? url.startsWith('https:') : url.startsWith(pattern.slice(0, -1));
  return {
    browser: {
      permissions: {
        getAll: async () => ({ origins: [...state.granted] }),
        contains: async ({ origins: [origin = ''] }: { origins: string[] }) =>
          state.granted.some((pattern) => within(origin, pattern)),
      },
      scripting: {
        getRegisteredContentScripts: async () => (state.registered ? [{ matches: state.registered }] : []),
        registerContentScripts: async ([{ matches }]: [{ matches: string[] }]) =>
          void (state.registered = matches),
        updateContentScripts: async ([{ matches }]: [{ matches: string[] }]) =>
          void (state.registered = matches),
        unregisterContentScripts: async () => void (state.registered = undefined),
        executeScript: async ({ target }: { target: { tabId: number } }) =>
          void state.injected.push(target.tabId),
      },
      tabs: {
        query: async ({ url }: { url: string[] }) =>
          state.tabs.filter((tab) => url.some((pattern) => within(tab.url, pattern))),
      },
    },
  };
});

const crm = 'https://crm.example.com/*';
const other = 'https://other.example.com/*';

beforeEach(() => {
  Object.assign(state, { granted: [], registered: undefined, injected: [] });
  state.tabs = [
    { id: 1, url: 'https://crm.example.com/deals' },
    { id: 2, url: 'https://crm.example.com/deals/7' },
    { id: 3, url: 'https://news.example.org/' },
  ];
});

const nobody = { forget: async () => {}, hasReader: async () => false };

describe('catching up', () => {
  it('registers the reader for what is granted, and brings it into the tabs that have none', async () => {
    state.granted = [crm];
    await createCatchUp({ ...nobody, hasReader: async (tab) => tab === 2 })();
    expect(state).toMatchObject({ registered: [crm], injected: [1] });
  });

  it('forgets a host that was taken back while no worker ran, and registers it no longer', async () => {
    Object.assign(state, { granted: [other], registered: [crm, other] });
    const forget = vi.fn(async () => {});
    await createCatchUp({ ...nobody, forget })();
    expect(forget.mock.calls).toEqual([[[crm]]]);
    expect(state).toMatchObject({ registered: [other], injected: [] });
  });

  it('forgets it again where the worker died over it', async () => {
    Object.assign(state, { granted: [], registered: [crm] });
    const dying = createCatchUp({ ...nobody, forget: () => Promise.reject(new Error('died')) });
    await expect(dying()).rejects.toThrow('died');
    expect(state.registered).toEqual([crm]);
    const forget = vi.fn(async () => {});
    await createCatchUp({ ...nobody, forget })();
    expect(forget).toHaveBeenCalledTimes(1);
    expect(state.registered).toBeUndefined();
    await createCatchUp({ ...nobody, forget })();
    expect(forget).toHaveBeenCalledTimes(1);
  });

  it('does not take a host for taken back that a wider permission covers', async () => {
    Object.assign(state, { granted: ['https://*/*'], registered: [crm] });
    const forget = vi.fn(async () => {});
    await createCatchUp({ ...nobody, forget })();
    expect(forget).not.toHaveBeenCalled();
    expect(state.registered).toEqual(['https://*/*']);
  });

  it('does one time after the other, also after one that failed', async () => {
    Object.assign(state, { granted: [], registered: [crm] });
    const order: string[] = [];
    const catchUp = createCatchUp({
      ...nobody,
      async forget() {
        order.push('begin');
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('end');
        if (order.length === 2) throw new Error('once');
      },
    });
    await Promise.allSettled([catchUp(), catchUp()]);
    expect(order).toEqual(['begin', 'end', 'begin', 'end']);
  });

  it('does not wait for a tab that is frozen', async () => {
    vi.useFakeTimers();
    state.granted = [crm];
    const done = createCatchUp({
      ...nobody,
      hasReader: (tab) => (tab === 1 ? new Promise(() => {}) : Promise.resolve(false)),
    })();
    await vi.advanceTimersByTimeAsync(3000);
    await done;
    vi.useRealTimers();
    expect(state.injected).toEqual([2]);
  });
});
