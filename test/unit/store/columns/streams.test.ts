import { afterEach, describe, expect, it, vi } from 'vitest';
import { backupChunks } from '../../../../lib/export/backup-chunks';
import { checkColumns } from '../../../../lib/store/columns/check-columns';
import { ensureColumns } from '../../../../lib/store/columns/ensure-columns';
import { rebuildColumns } from '../../../../lib/store/columns/rebuild-columns';
import { readOwners, readSites } from '../../../../lib/store/page-queries';
import { readBackup } from '../../../../lib/store/read-backup';
import { readGlance } from '../../../../lib/store/read-glance';
import { settleSite } from '../../../../lib/store/settle-site';
import { askKeepOrWipe } from '../../../../lib/store/sites';
import { beginSync } from '../../../../lib/store/syncs';
import { writeSync } from '../../../../lib/store/write-sync';
import { freshDatabase, read, syncStep } from '../open';
import { expectTrueColumns } from './oracle';
import { addRaw, hosts, rawDeal, rawStray } from './raw-rows';

const count = 20_500;
const most = 1024;

/** Notes how many rows of `deals` and `unidentified` each request brings; a cursor is one request. */
function watchReads() {
  const big = ['deals', 'unidentified'];
  const sizes: number[] = [];
  const nameOf = (source: IDBObjectStore | IDBIndex) =>
    'objectStore' in source ? source.objectStore.name : source.name;
  const spies = [IDBObjectStore, IDBIndex].flatMap(({ prototype }) => {
    // Dexie asks them for rows in these ways alone.
    const proto = prototype as IDBObjectStore;
    const [getAll, openCursor] = [proto.getAll, proto.openCursor];
    return [
      vi.spyOn(proto, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
        const request = getAll.apply(this, args);
        if (big.includes(nameOf(this)))
          request.addEventListener('success', () => sizes.push(request.result.length));
        return request;
      }),
      vi.spyOn(proto, 'openCursor').mockImplementation(function (this: IDBObjectStore, ...args) {
        const request = openCursor.apply(this, args);
        let rows = 0;
        request.addEventListener('success', () => {
          if (!big.includes(nameOf(this))) return;
          if (request.result === null) sizes.push(rows);
          else rows += 1;
        });
        return request;
      }),
    ];
  });
  return { sizes, stop: () => spies.forEach((spy) => spy.mockRestore()) };
}

afterEach(() => vi.restoreAllMocks());

describe(`a store of ${count} deals`, () => {
  it('is built, read, marked, exported, checked and wiped without ever holding more than a thousand of them', async () => {
    const database = freshDatabase();
    for (let from = 0; from < count; from += 1000) {
      const deals = Array.from({ length: Math.min(1000, count - from) }, (_, nth) => rawDeal(from + nth));
      await addRaw(database, { deals });
    }
    await addRaw(database, { strays: Array.from({ length: 1500 }, (_, nth) => rawStray(count + nth)) });
    const bulkGets = [database.deals, database.unidentified].map((table) => vi.spyOn(table, 'bulkGet'));
    const watched = watchReads();

    await ensureColumns(database);
    const glance = await readGlance(database, '2026-03-10');
    expect(glance?.deals).toBe(count + 1500);
    expect(await readSites(database, [])).toMatchObject(hosts.map((host) => ({ host, deals: count / 2 })));
    expect(await readOwners(database)).toHaveLength(7);

    const [host, other] = hosts;
    const about = { crm: 'crm', tenant: host, host, label: 'CRM', runId: 'r-1' };
    await beginSync(database, { ...about, at: '2026-03-03T09:00:00.000Z' });
    const page = {
      deals: [read('0', { stage: 'won' }, '2026-03-03T10:00:00.000Z')],
      done: 1,
      total: 1,
      seenAs: 'ida',
    };
    await writeSync(database, { ...syncStep(page), crm: 'crm', tenant: { tenant: host, host } });

    let letters = 0;
    const header = { stafet: 1, exportedAt: '2026-03-05T10:00:00.000Z' } as const;
    for await (const part of backupChunks(header, readBackup(database))) {
      expect(part).not.toContain('"slot"');
      letters += part.length;
    }
    expect(letters).toBeGreaterThan(count * 100);
    expect(await checkColumns(database)).toEqual([]);
    await askKeepOrWipe(database, other, '2026-03-05T10:00:00.000Z');
    expect(await settleSite(database, other, true)).toBe(0);
    await rebuildColumns(database);
    watched.stop();

    expect(watched.sizes.length).toBeGreaterThan(100);
    expect(Math.max(...watched.sizes)).toBeLessThanOrEqual(most);
    const keysAtOnce = bulkGets.flatMap((spy) => spy.mock.calls.map(([keys]) => keys.length));
    expect(keysAtOnce.length).toBeGreaterThan(20);
    expect(Math.max(...keysAtOnce)).toBeLessThanOrEqual(most);

    expect(await database.deals.filter((deal) => deal.host === other).count()).toBe(0);
    const left = await database.deals.toArray();
    expect(left).toHaveLength(count / 2);
    // All but the one that the listing named.
    expect(left.filter(({ removedAt }) => removedAt === undefined).map(({ id }) => id)).toEqual(['0']);
    await expectTrueColumns(database, '2026-03-10');
  }, 300_000);
});
