import { beforeEach, expect, test, vi } from 'vitest';
import { leaveAlone, leaveNoneAlone, leftAlone } from '../../../lib/hosts/left-alone';
import { hasReader } from '../../../lib/messages/has-reader';

const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (name: string) => (session.has(name) ? { [name]: session.get(name) } : {}),
        set: async (values: Record<string, unknown>) =>
          Object.entries(values).forEach(([name, value]) => session.set(name, value)),
        remove: async (name: string) => session.delete(name),
      },
    },
  },
}));
vi.mock('../../../lib/messages/client', () => ({
  sendMessage: async (_: string, __: object, tab: number) => {
    if (tab !== 1) throw new Error('Receiving end does not exist.');
    return {};
  },
}));

beforeEach(() => session.clear());

test('a tab that is left alone counts as one with a reader, until a new permission', async () => {
  expect([await hasReader(1), await hasReader(2)]).toEqual([true, false]);
  await leaveAlone([2]);
  await leaveAlone([3, 2]);
  expect(await leftAlone()).toEqual([2, 3]);
  expect(await hasReader(2)).toBe(true);
  await leaveNoneAlone();
  expect(await hasReader(2)).toBe(false);
});

test('nothing is noted where no reader was ended', async () => {
  await leaveAlone([]);
  expect([...session.keys()]).toEqual([]);
});
