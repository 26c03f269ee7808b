import { beforeEach, expect, test, vi } from 'vitest';
import { stopReaders } from '../../../lib/messages/stop-readers';

/** What runs in each tab: the host that its reader speaks of, or no reader. */
const tabs = vi.hoisted(() => new Map<number, string | undefined>());

vi.mock('wxt/browser', () => ({
  browser: { tabs: { query: async () => [...tabs.keys()].map((id) => ({ id })) } },
}));
vi.mock('../../../lib/messages/client', () => ({
  sendMessage: async (name: string, data: { hosts?: string[] }, tab: number) => {
    const host = tabs.get(tab);
    if (host === undefined) throw new Error('Receiving end does not exist.');
    if (name === 'readerState') return { host };
    if (data.hosts?.includes(host)) tabs.set(tab, undefined);
    return { stopped: tabs.get(tab) === undefined };
  },
}));

beforeEach(() => {
  tabs.clear();
  for (const [tab, host] of [
    [1, 'a.example.com'],
    [2, undefined],
    [3, 'b.example.com'],
    [4, 'a.example.com'],
  ] as const)
    tabs.set(tab, host);
});

test('ends the readers of the hosts that are meant, and says in which tabs', async () => {
  expect(await stopReaders(async (host) => host === 'a.example.com')).toEqual([1, 4]);
  expect([...tabs.values()]).toEqual([undefined, undefined, 'b.example.com', undefined]);
});

test('ends them all, and says nothing where none ran', async () => {
  expect((await stopReaders(() => true)).toSorted()).toEqual([1, 3, 4]);
  expect(await stopReaders(() => true)).toEqual([]);
});
