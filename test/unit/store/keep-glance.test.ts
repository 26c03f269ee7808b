import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredGlance } from '../../../lib/messages/stored-glance';
import type { Glance } from '../../../lib/pipeline/glance';
import type { Database } from '../../../lib/store/database';
import { keepGlance } from '../../../lib/store/keep-glance';
import { readState } from '../../../lib/store/read-state';
import { storeGlance } from '../../../lib/store/store-glance';
import { wipeStore } from '../../../lib/store/wipe';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';

const local = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '1.2.3' }) },
    storage: {
      local: {
        set: async (values: Record<string, unknown>) =>
          Object.entries(values).forEach(([name, value]) => local.set(name, value)),
        remove: async (name: string) => local.delete(name),
      },
    },
  },
}));

const clock = { today: () => '2026-03-10', now: () => '2026-03-10T08:00:00.000Z' };
const stored = () => local.get('glance') as StoredGlance | undefined;
const open = (id: string, name = 'Nordlys') =>
  batch([read(id, { name, outcome: 'open', amount: { decimal: '10', currency: 'EUR' } })]);

/** A worker that shows its figures here. */
function aKeeper(database: Database) {
  const shown: Glance[] = [];
  const keeper = keepGlance(database, clock, async (glance) => shown.push(glance));
  return { shown, ...keeper };
}

beforeEach(() => {
  local.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

describe('the figures that the worker keeps', () => {
  it('are those of the store, with its generation and the day', async () => {
    const database = freshDatabase();
    const { shown, refresh } = aKeeper(database);
    await writeReads(database, open('7'));
    refresh();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(shown[0]).toMatchObject({ deals: 1, open: { minor: 1000, currency: 'EUR' } });
    const state = await readState(database);
    expect(stored()).toMatchObject({
      uuid: state?.uuid,
      generation: state?.generation,
      day: '2026-03-10',
      glance: { open: { minor: 1000 }, topDeals: [{ name: 'Nordlys' }] },
      problems: { n: 0, first: [] },
      syncs: [],
    });
  });

  it('follow the first write at once, many of them once a second, and the last one always', async () => {
    const database = freshDatabase();
    const { shown, refresh } = aKeeper(database);
    for (let nth = 0; nth < 20; nth += 1) {
      await writeReads(database, open(String(nth)));
      refresh();
    }
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    expect(shown).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(shown).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    expect(shown[1]?.deals).toBe(20);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(5000);
    expect(shown).toHaveLength(2);
    // After a quiet time the next write is the first one again.
    await writeReads(database, open('20'));
    refresh();
    await vi.waitFor(() => expect(shown).toHaveLength(3));
  });

  it('are none once everything is wiped', async () => {
    const database = freshDatabase();
    const { shown, refresh } = aKeeper(database);
    await writeReads(database, open('7'));
    await wipeStore(database);
    refresh();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(stored()?.glance.deals).toBe(0);
    expect(JSON.stringify(stored())).not.toContain('Nordlys');
  });

  it('are made anew for whoever asks for another day, or after a write', async () => {
    const database = freshDatabase();
    const { shown, refresh, glanceOn } = aKeeper(database);
    await writeReads(database, open('7'));
    refresh();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(await glanceOn('2026-03-10')).toBe(shown[0]);
    expect(await glanceOn('2026-03-11')).toMatchObject({ today: '2026-03-11', deals: 1 });
    await writeReads(database, open('8'));
    expect(await glanceOn('2026-03-10')).toMatchObject({ deals: 2 });
  });
});

describe('what a surface paints first', () => {
  const at = { today: clock.today(), now: clock.now() };

  it('is under 10 KB, however long the texts of a CRM are', async () => {
    const database = freshDatabase();
    const long = (nth: number) => `${nth} ${'æ'.repeat(20_000)}`;
    const url = `https://crm.example.com/${'x'.repeat(5000)}`;
    const reads = [1, 2, 3, 4, 5].map((nth) => ({
      ...read(String(nth), {
        name: long(nth),
        account: long(nth),
        stage: long(nth),
        owner: long(nth),
        outcome: 'open',
        amount: { decimal: '10', currency: 'EUR' },
      }),
      url,
    }));
    const problems = [{ code: 'row-unreadable', row: long(1) }] as const;
    await writeReads(database, batch(reads, { problems }));
    await storeGlance(database, at);
    const text = JSON.stringify(stored());
    expect(new TextEncoder().encode(text).length).toBeLessThan(10_000);
    expect(stored()?.glance.topDeals.map(({ name, url: to }) => [name?.length, to])).toEqual(
      Array.from({ length: 5 }, () => [expect.any(Number), '']),
    );
    expect(text).not.toContain('xxxxx');
  });

  it('keeps the name of a unit whole, however long its tenant: a figure opens the deals that it names', async () => {
    const database = freshDatabase();
    const tenant = `crm.example.com/${'x'.repeat(120)}`;
    const dollars = read('7', { outcome: 'open', amount: { decimal: '10', symbol: '$' } });
    await writeReads(database, batch([dollars], { tenant: { tenant, host: 'crm.example.com' } }));
    await storeGlance(database, at);
    expect(stored()?.glance.open.apart).toEqual([{ unit: `~$\n${tenant}`, minor: 1000, n: 1 }]);
  });

  it('is nothing where the figures themselves are too long', async () => {
    const database = freshDatabase();
    const reads = Array.from({ length: 400 }, (_, nth) =>
      read(String(nth), { outcome: 'open', amount: { decimal: '10', symbol: `¤${nth}` } }),
    );
    await writeReads(database, open('x'));
    await storeGlance(database, at);
    expect(stored()).toBeDefined();
    await writeReads(database, batch(reads));
    expect((await storeGlance(database, at))?.glance.open.apart).toHaveLength(400);
    expect(stored()).toBeUndefined();
  });
});
