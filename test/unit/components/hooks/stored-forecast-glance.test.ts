import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedForecastGlance } from '../../../../components/hooks/stored-forecast-glance';
import type { ForecastGlance } from '../../../../lib/pipeline/forecast-glance';
import type { Database } from '../../../../lib/store/database';
import { contentOf, readState } from '../../../../lib/store/read-state';
import { readForecastGlance } from '../../../../lib/store/read-forecast-glance';
import { saveRows } from '../../../../lib/store/save-rows';
import { wipeStore } from '../../../../lib/store/wipe';
import { filled, today } from '../../store/past-deals';
import { read, batch } from '../../store/open';
import { writeReads } from '../../../../lib/store/write-reads';
import { readForecast } from '../../../../lib/store/read-forecast';

const local = vi.hoisted(() => new Map<string, unknown>());
const afterSet = vi.hoisted(() => ({ run: undefined as (() => Promise<void>) | undefined }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '1.2.3' }) },
    storage: {
      local: {
        get: async (name: string) => ({ [name]: local.get(name) }),
        set: async (values: Record<string, unknown>) => {
          Object.entries(values).forEach(([name, value]) => local.set(name, value));
          await afterSet.run?.();
        },
        remove: async (name: string) => local.delete(name),
      },
    },
  },
}));
vi.mock('../../../../lib/hosts/badge', () => ({ paintBadge: async () => {} }));

const store = vi.hoisted(() => ({
  database: undefined as unknown,
  learn: async (): Promise<unknown> => undefined,
  learned: 0,
}));
vi.mock('../../../../lib/store/live', () => ({ readerDatabase: () => store.database }));
vi.mock('../../../../components/hooks/forecast-worker', () => ({
  askForecastWorker: async () => {
    store.learned += 1;
    return store.learn();
  },
}));
/** Each page follows the same store. */
vi.mock('../../../../components/hooks/follow-store', () => ({
  followStore: (gather: (signal: AbortSignal) => Promise<unknown>) => ({
    get: () => gather(new AbortController().signal),
    subscribe: () => () => {},
  }),
}));

/** One lock, taken in turn. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_: string, __: unknown, work: () => Promise<unknown>) => (last = last.then(work, work)),
  };
}

const time = { at: '' };
const clock = { today: () => today, now: () => `${today}T${time.at}.000Z` };
const page = () =>
  storedForecastGlance(clock, () => {}).get() as unknown as Promise<ForecastGlance | undefined>;
let database: Database;

beforeEach(async () => {
  local.clear();
  time.at = '10:00:00';
  afterSet.run = undefined;
  vi.stubGlobal('navigator', { locks: locks() });
  database = await filled();
  Object.assign(store, {
    database,
    learned: 0,
    learn: () => readForecastGlance(database, { today, zone: 'UTC', now: clock.now() }),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the forecast of popup and badge', () => {
  test('is learned once for all pages that are open, and not anew for a forecast that was frozen', async () => {
    const [popup, dashboard] = await Promise.all([page(), page()]);
    expect(popup).toBeDefined();
    expect(dashboard).toEqual(popup);
    expect(store.learned).toBe(1);
    const before = await readState(database);
    const { frozen } = await readForecast(database, { today, zone: 'UTC', currency: 'EUR', scope: 'all' });
    await saveRows(database, { table: 'snapshots', put: frozen, isKept: true });
    const after = await readState(database);
    expect(after?.generation).toBeGreaterThan(before?.generation ?? NaN);
    expect(contentOf(after)).toBe(contentOf(before));
    expect(await page()).toEqual(popup);
    expect(store.learned).toBe(1);
    const at = `${today}T10:00:00.000Z`;
    await writeReads(
      database,
      batch([read('0', { name: 'Another' }, at)], { batchId: 'b-9', at, viewedAt: at }),
    );
    await page();
    expect(store.learned).toBe(2);
  });

  test('is learned anew once an hour: less of today is still to come', async () => {
    const made = await page();
    time.at = '10:59:00';
    expect(await page()).toEqual(made);
    expect(store.learned).toBe(1);
    time.at = '17:00:00';
    const later = await page();
    expect(store.learned).toBe(2);
    expect(later?.landing.p90).toBeLessThan(made?.landing.p90 ?? NaN);
  });

  test('of a store that was wiped while it was learned is not left behind', async () => {
    store.learn = async () => {
      const made = await readForecastGlance(database, { today, zone: 'UTC', now: clock.now() });
      await wipeStore(database);
      return made;
    };
    await page();
    expect(local.has('forecast')).toBe(false);
  });

  test('of a store that is wiped while it is left behind is taken away again', async () => {
    afterSet.run = () => wipeStore(database);
    await page();
    expect(local.has('forecast')).toBe(false);
  });
});
