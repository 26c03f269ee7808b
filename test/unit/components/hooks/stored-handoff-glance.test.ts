import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedHandoffGlance } from '../../../../components/hooks/stored-handoff-glance';
import type { HandoffGlance } from '../../../../lib/pipeline/handoff-glance';
import { contentOf, readState } from '../../../../lib/store/read-state';
import { filled, today } from '../../store/past-deals';

const local = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '1.2.3' }) },
    storage: {
      local: {
        get: async (name: string) => ({ [name]: local.get(name) }),
        set: async (values: Record<string, unknown>) =>
          Object.entries(values).forEach(([name, value]) => local.set(name, value)),
        remove: async (name: string) => local.delete(name),
      },
    },
  },
}));
const world = vi.hoisted(() => ({
  database: undefined as unknown,
  made: {} as object,
  found: 0,
  /** Stores the rows of what was found; tells whether all are. */
  store: async (): Promise<boolean> => true,
  held: 0,
}));
vi.mock('../../../../lib/store/live', () => ({ readerDatabase: () => world.database }));
vi.mock('../../../../components/hooks/handoff-worker', () => ({
  holdHandoffWorker: () => {
    world.held += 1;
    return () => (world.held -= 1);
  },
  askHandoffs: async () => {
    world.found += 1;
    return world.made;
  },
  storeFound: () => world.store(),
}));
vi.mock('../../../../components/hooks/follow-store', () => ({
  followStore: (gather: (signal: AbortSignal) => Promise<unknown>) => ({
    get: () => gather(new AbortController().signal),
    subscribe: () => () => {},
  }),
}));

const clock = { today: () => today, now: () => `${today}T10:00:00.000Z` };
const open = () =>
  storedHandoffGlance(clock, () => {}).get() as unknown as Promise<HandoffGlance | undefined>;

beforeEach(async () => {
  local.clear();
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: unknown, work: () => Promise<unknown>) => work() },
  });
  const database = await filled();
  const state = await readState(database);
  const made = { uuid: state?.uuid, generation: contentOf(state), day: today, madeAt: clock.now() };
  Object.assign(world, { database, made, found: 0, held: 0, store: async () => true });
});
afterEach(() => vi.unstubAllGlobals());

test('is painted at once, and left for the next surface when the rows of what was found are stored', async () => {
  let finish = (_: boolean) => {};
  world.store = () => new Promise((resolve) => (finish = resolve));
  expect(await open()).toBe(world.made);
  expect(local.size).toBe(0);
  expect(world.held).toBe(1);
  finish(true);
  await vi.waitFor(() => expect(local.size).toBe(1));
  expect(world.held).toBe(0);
  expect(await open()).toEqual(world.made);
  expect(world.found).toBe(1);
});

test('of which not all rows could be stored is found anew by the next surface, which stores them', async () => {
  world.store = async () => false;
  await open();
  await vi.waitFor(() => expect(world.held).toBe(0));
  expect(local.size).toBe(0);
  world.store = async () => true;
  await open();
  expect(world.found).toBe(2);
  await vi.waitFor(() => expect(local.size).toBe(1));
});
