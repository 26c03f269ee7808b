import { describe, expect, it, vi } from 'vitest';
import type { Lead } from '../../../lib/deal/lead';
import type { ImportStep } from '../../../lib/messages/import-steps';
import { checkSync } from '../../../lib/messages/check-batch';
import { beginSync, finishSync } from '../../../lib/store/syncs';
import { importStep } from '../../../lib/store/import-step';
import { readSeenNames } from '../../../lib/store/read-seen-names';
import { readLeadList } from '../../../lib/store/read-lead-list';
import { readPasses } from '../../../lib/store/read-passes';
import { wipeHost } from '../../../lib/store/wipe-host';
import { writeReads } from '../../../lib/store/write-reads';
import { writeSync } from '../../../lib/store/write-sync';
import { batch, freshDatabase, read, syncStep, tenant } from './open';

const keyOf = (id: string) => `tryton|${tenant.tenant}|${id}`;

function lead(id: string, more: Partial<Lead> = {}): Lead {
  return {
    key: keyOf(id),
    crm: 'tryton',
    ...tenant,
    id,
    seenAt: '2026-03-20T10:00:00.000Z',
    ...more,
  };
}

let steps = 0;
const step = (rows: readonly Lead[]): ImportStep => ({
  name: 'leads',
  nth: (steps += 1),
  work: { kind: 'leads', rows },
});

const moment = { today: '2026-03-31', now: '2026-03-31T12:00:00.000Z', zone: 'Europe/Copenhagen' };

describe('leads', () => {
  it('are joined with those that are here; the same again changes nothing', async () => {
    const database = freshDatabase();
    const rows = [lead('1', { owner: 'Ana' }), lead('2', { source: 'Web' })];
    expect(await importStep(database, step(rows))).toEqual({
      leads: { added: 2, updated: 0, unchanged: 0 },
    });
    const before = await database.leads.toArray();
    expect(await importStep(database, step(rows))).toEqual({
      leads: { added: 0, updated: 0, unchanged: 2 },
    });
    expect(await database.leads.toArray()).toEqual(before);
    const later = lead('1', { convertedTo: keyOf('9'), seenAt: '2026-03-21T10:00:00.000Z' });
    expect(await importStep(database, step([later]))).toEqual({
      leads: { added: 0, updated: 1, unchanged: 0 },
    });
    expect(await database.leads.get(keyOf('1'))).toEqual({ ...later, owner: 'Ana' });
  });

  it('whose deal comes after them make its handoff by rule 2', async () => {
    const database = freshDatabase();
    const converted = { convertedTo: keyOf('9'), convertedOn: '2026-03-10', convertedBy: 'Ana' };
    await importStep(database, step([lead('1', { ...converted, owner: 'Cy' })]));
    expect((await readPasses(database, moment)).book.found[0]?.handoffs).toEqual([]);
    await writeReads(
      database,
      batch([read('9', { name: 'Nordlys', owner: 'Ben', createdOn: '2026-03-10', outcome: 'open' })]),
    );
    const [pass, ...others] = (await readPasses(database, moment)).book.found[0]?.handoffs ?? [];
    expect(others).toEqual([]);
    // A day is all of it, by the clock of the calendar: 23 to 23 UTC.
    expect(pass?.pass).toMatchObject({
      rule: 2,
      from: 'Ana',
      to: 'Ben',
      at: { from: Date.parse('2026-03-09T23:00:00Z'), to: Date.parse('2026-03-10T22:59:59.999Z') },
    });
  });

  it('and deals without id are in the list of a figure as they are in the figure', async () => {
    const database = freshDatabase();
    await writeReads(
      database,
      batch([
        read('7', { name: 'Nordlys', createdOn: '2026-03-01', outcome: 'open' }),
        read(undefined, { number: '9', name: 'Sydvest', createdOn: '2026-03-02', outcome: 'open' }),
      ]),
    );
    const { leads } = await readPasses(database, moment);
    const period = { start: '2026-03-01', end: '2026-04-01' };
    const { n, deals } = await readLeadList(database, leads, { period, show: 'deals' });
    expect([n, deals.map(({ name }) => name)]).toEqual([2, ['Sydvest', 'Nordlys']]);
  });

  it('of a CRM whose listing was broken off are said to be some of them', async () => {
    const database = freshDatabase();
    await importStep(database, step([lead('1', { createdOn: '2026-03-02', isFromFile: true })]));
    const partly = async () => (await readPasses(database, moment)).leads.partly;
    expect(await partly()).toEqual([]);
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
    await beginSync(database, { ...run, at: '2026-03-03T09:00:00.000Z' });
    await writeSync(
      database,
      syncStep({ phase: 'history', leads: [{ id: '1', convertedTo: '9' }], leadsReach: 'more' }),
    );
    expect(await partly()).toEqual([{ tenant: tenant.tenant, reach: 'more' }]);
    await writeSync(database, syncStep({ phase: 'history', leads: [{ id: '2' }], leadsReach: 'whole' }));
    expect(await partly()).toEqual([]);
  });

  it('that a sync read before it told how far it came are said to be some of them until all are read again', async () => {
    const database = freshDatabase();
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
    await beginSync(database, { ...run, at: '2026-03-03T09:00:00.000Z' });
    await writeSync(database, syncStep({ phase: 'history', leads: [{ id: '1', convertedTo: '9' }] }));
    const partly = async () => (await readPasses(database, moment)).leads.partly;
    expect(await partly()).toEqual([{ tenant: tenant.tenant, reach: 'more' }]);
    await writeSync(database, syncStep({ phase: 'history', leads: [{ id: '1' }], leadsReach: 'whole' }));
    expect(await partly()).toEqual([]);
  });

  it('that became deals name people to whom a role may be given', async () => {
    const database = freshDatabase();
    const rows = [
      lead('1', { convertedTo: keyOf('9'), owner: 'Cy', convertedBy: 'Ana' }),
      lead('2', { owner: 'Bo', convertedTo: null }),
    ];
    await importStep(database, step(rows));
    const seen = await readSeenNames(database, { zone: 'UTC' }, new AbortController().signal);
    expect(seen?.people.map(({ name }) => name)).toEqual(['Ana', 'Cy']);
    // Of another's deal: what the SDR field would say.
    await writeReads(database, batch([read('9', { name: 'Nordlys', owner: 'Ben' })]));
    const then = await readSeenNames(database, { zone: 'UTC' }, new AbortController().signal);
    expect(then?.people.map(({ name, sdr }) => [name, sdr])).toEqual([
      ['Ana', 1],
      ['Ben', 0],
      ['Cy', 0],
    ]);
  });

  it('converted today count by now', async () => {
    const database = freshDatabase();
    const converted = { convertedTo: keyOf('9'), convertedOn: moment.today, owner: 'Ana' };
    await importStep(database, step([lead('1', converted)]));
    await writeReads(database, batch([read('9', { owner: 'Ben', createdOn: moment.today })]));
    const [pass] = (await readPasses(database, moment)).book.found[0]?.handoffs ?? [];
    expect(pass?.pass).toMatchObject({ rule: 2, at: { to: Date.parse(moment.now) } });
  });

  it('of a sync are stored with the step, by their own keys and those of their deals', async () => {
    const database = freshDatabase();
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
    await beginSync(database, { ...run, at: '2026-03-03T09:00:00.000Z' });
    const leads = [
      { id: '1', owner: 'Ana', convertedTo: '9' },
      { id: '2', convertedTo: null },
      { id: '3', owner: 'Bo' },
    ];
    await writeSync(database, syncStep({ phase: 'history', leads }));
    const seenAt = '2026-03-03T10:00:00.000Z';
    // Of the third nothing shows whether it has become a deal.
    expect(await database.leads.toArray()).toEqual([
      lead('1', { owner: 'Ana', convertedTo: keyOf('9'), toldAt: seenAt, seenAt }),
      lead('2', { convertedTo: null, toldAt: seenAt, seenAt }),
      lead('3', { owner: 'Bo', seenAt }),
    ]);
  });

  it('of a sync that are malformed are left out and named', () => {
    const step = syncStep({ phase: 'history' });
    const leads = [{ id: '1' }, { id: '2', createdOn: 'soon' }];
    const checked = checkSync({ ...step, page: { ...step.page, leads } });
    if ('code' in checked || !('batch' in checked)) throw new Error('refused');
    expect(checked.batch.page.leads).toEqual([{ id: '1' }]);
    expect(checked.refused).toEqual([expect.objectContaining({ code: 'lead-refused' })]);
  });

  describe('that a listing does not name', () => {
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
    const begun = '2026-03-03T09:00:00.000Z';
    const named = '2026-03-03T10:00:00.000Z';
    const before = { seenAt: '2026-03-01T10:00:00.000Z', seenAs: 'u1' };
    type Step = Partial<Parameters<typeof syncStep>[0]>;
    /** A store with leads 1 to 3 of one user, 4 of nobody and 5 of another, and a run that lists these of the user. */
    async function listed(...pages: readonly Step[]) {
      const database = freshDatabase();
      await database.leads.bulkPut([
        lead('1', before),
        lead('2', before),
        lead('3', before),
        lead('4', { seenAt: before.seenAt }),
        lead('5', { ...before, seenAs: 'u2' }),
        lead('6', { ...before, key: 'tryton|other|6', tenant: 'other' }),
      ]);
      await beginSync(database, { ...run, at: begun });
      await writeSync(
        database,
        syncStep({ seenAs: 'u1', deals: [{ id: '7', values: {}, at: begun }], done: 1, total: 1 }, begun),
      );
      for (const page of pages)
        await writeSync(database, syncStep({ phase: 'history', seenAs: 'u1', ...page }, named));
      return database;
    }
    const gone = async (database: Awaited<ReturnType<typeof listed>>) =>
      (await database.leads.toArray()).filter(({ removedAt }) => removedAt !== undefined).map(({ id }) => id);

    /** One more whole listing, of a later day, that names these alone. */
    async function listedOn(
      day: number,
      ids: readonly string[],
      database: Awaited<ReturnType<typeof listed>>,
      seenAs = 'u1',
    ) {
      const at = (hour: number) => `2026-03-0${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
      const runId = `r-${day}`;
      await finishSync(database, { tenant: tenant.tenant, at: at(8) });
      await beginSync(database, { ...run, runId, at: at(9) });
      const deals = { seenAs, deals: [{ id: '7', values: {}, at: at(9) }], done: 1, total: 1 };
      await writeSync(database, { ...syncStep(deals, at(9)), runId });
      const leads = ids.map((id) => ({ id }));
      const end = { phase: 'history', seenAs, leads, leadsReach: 'whole' } as const;
      await writeSync(database, { ...syncStep(end, at(10)), runId });
    }

    it('are removed where the next one, as whole, does not name them either, and those of others stay', async () => {
      const database = await listed(
        { leads: [{ id: '1' }], leadsReach: 'more' },
        { leads: [{ id: '8' }], leadsReach: 'whole' },
      );
      // A listing is paged: one that was converted or given to another meanwhile may have been on no page.
      expect(await gone(database)).toEqual([]);
      await listedOn(4, ['1', '3'], database);
      expect(await gone(database)).toEqual(['2']);
      expect(await database.leads.get(keyOf('2'))).toEqual(lead('2', { ...before, removedAt: begun }));
      await listedOn(5, ['1'], database);
      expect(await gone(database)).toEqual(['2', '8']);
      await listedOn(6, ['1'], database);
      expect(await gone(database)).toEqual(['2', '3', '8']);
    });

    it('and are removed come back with a sight since the first of the two, and with no older one', async () => {
      const database = await listed({ leads: [{ id: '1' }], leadsReach: 'whole' });
      await listedOn(4, ['1'], database);
      expect(await gone(database)).toEqual(['2', '3']);
      await importStep(database, step([lead('3', { ...before, owner: 'Ana' })]));
      expect(await gone(database)).toEqual(['2', '3']);
      const again = lead('2', { seenAt: '2026-03-03T09:30:00.000Z', seenAs: 'u1' });
      await importStep(database, step([again]));
      expect(await gone(database)).toEqual(['3']);
    });

    it('stay where the whole listing before was another user’s', async () => {
      const database = await listed({ leads: [{ id: '1' }], leadsReach: 'whole' });
      await listedOn(4, ['5'], database, 'u2');
      await listedOn(5, ['1'], database);
      expect(await gone(database)).toEqual([]);
      await listedOn(6, ['1'], database);
      expect(await gone(database)).toEqual(['2', '3']);
    });

    it('stay where the end of one listing is told twice', async () => {
      const end = { leads: [{ id: '1' }], leadsReach: 'whole' } as const;
      expect(await gone(await listed(end, end))).toEqual([]);
    });

    it('stay where a listing between was broken off or left some out, and told of them', async () => {
      const database = await listed({ leads: [{ id: '1' }], leadsReach: 'whole' });
      const [at, runId] = ['2026-03-04T10:00:00.000Z', 'r-4'];
      await finishSync(database, { tenant: tenant.tenant, at: named });
      await beginSync(database, { ...run, runId, at });
      const part = { phase: 'history', seenAs: 'u1', leads: [{ id: '2' }], leadsReach: 'partly' } as const;
      for (const page of [{ seenAs: 'u1', done: 1, total: 1 }, part])
        await writeSync(database, { ...syncStep(page, at), runId });
      await listedOn(5, ['1'], database);
      expect(await gone(database)).toEqual(['3']);
    });

    it.each<readonly [string, Step]>([
      ['is under way', { leads: [{ id: '1' }], leadsReach: 'more' }],
      ['left some out', { leads: [{ id: '1' }], leadsReach: 'partly' }],
      ['named none, or was refused', { problems: [{ code: 'leads-refused', row: 'Leads' }] }],
    ])('stay where it %s', async (_, page) => {
      expect(await gone(await listed(page))).toEqual([]);
    });

    it('are removed however many there are, and though a deal did not arrive', async () => {
      const database = freshDatabase();
      await database.leads.bulkPut(Array.from({ length: 2500 }, (_, nth) => lead(`n${nth}`, before)));
      await beginSync(database, { ...run, at: begun });
      await writeSync(database, syncStep({ seenAs: 'u1', deals: [], done: 1, total: 1 }, begun));
      const end = { phase: 'history', seenAs: 'u1', leads: [{ id: 'n7' }], leadsReach: 'whole' } as const;
      await writeSync(database, syncStep(end, named));
      await listedOn(4, ['n7'], database);
      expect(new Set(await gone(database)).size).toBe(2499);
    });

    it('stay where one of them could not be stored: it may be that one, and the listing has left it out', async () => {
      const database = await listed();
      const refused = [{ code: 'lead-refused', row: 'lead 2' }] as const;
      const some = syncStep(
        { phase: 'history', seenAs: 'u1', leads: [{ id: '1' }], leadsReach: 'more' },
        named,
      );
      await writeSync(database, some, refused);
      await writeSync(
        database,
        syncStep({ phase: 'history', seenAs: 'u1', leads: [{ id: '3' }], leadsReach: 'whole' }, named),
      );
      expect(await gone(database)).toEqual([]);
      expect((await database.syncs.get(tenant.tenant))?.leadsReach).toBe('partly');
      expect((await readPasses(database, moment)).leads.partly).toContainEqual({
        tenant: tenant.tenant,
        reach: 'partly',
      });
    });

    it('stay where the last of them could not be stored', async () => {
      const database = await listed();
      const end = syncStep(
        { phase: 'history', seenAs: 'u1', leads: [{ id: '1' }], leadsReach: 'whole' },
        named,
      );
      await writeSync(database, end, [{ code: 'lead-refused', row: 'lead 2' }]);
      expect(await gone(database)).toEqual([]);
      expect((await database.syncs.get(tenant.tenant))?.leadsReach).toBe('partly');
    });

    it('are marked once: the next listing does not write them again', async () => {
      const database = await listed({ leads: [{ id: '1' }], leadsReach: 'whole' });
      await listedOn(4, ['1'], database);
      expect(await gone(database)).toEqual(['2', '3']);
      const writes = vi.spyOn(database.leads, 'bulkPut');
      await listedOn(5, ['1'], database);
      expect(writes.mock.calls.map(([rows]) => rows.map(({ id }) => id))).toEqual([[], ['1']]);
      expect((await database.leads.get(keyOf('2')))?.removedAt).toBe(begun);
      vi.restoreAllMocks();
    });

    it('and how far it came stands with the sync, for the next run as well', async () => {
      const database = await listed({ leads: [{ id: '1' }], leadsReach: 'more' });
      const reach = async () => (await database.syncs.get(tenant.tenant))?.leadsReach;
      expect(await reach()).toBe('more');
      await finishSync(database, { tenant: tenant.tenant, at: named });
      await beginSync(database, { ...run, runId: 'r-2', at: '2026-03-04T09:00:00.000Z' });
      expect(await reach()).toBe('more');
    });
  });

  it('go with the host that they were read from', async () => {
    const database = freshDatabase();
    const rows = Array.from({ length: 1200 }, (_, nth) => lead(String(nth)));
    await database.leads.bulkPut([...rows, lead('other', { key: 'x|other|1', host: 'other.example.com' })]);
    await wipeHost(database, tenant.host);
    expect((await database.leads.toArray()).map(({ key }) => key)).toEqual(['x|other|1']);
  });

  it('go with it in one walk through them, however many there are of others', async () => {
    const database = freshDatabase();
    const host = 'a.example.com';
    // Those of the other host come first.
    await database.leads.bulkPut(
      Array.from({ length: 3000 }, (_, nth) => [
        lead(String(nth), { key: `a|${nth}`, host }),
        lead(String(nth)),
      ]).flat(),
    );
    const steps = vi.spyOn(IDBCursor.prototype, 'continue');
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await wipeHost(database, tenant.host);
    const rows = reads.mock.results.map(({ value }) => (value as IDBRequest<unknown[]>).result.length);
    const walked = rows.reduce((all, some) => all + some, steps.mock.calls.length);
    vi.restoreAllMocks();
    expect(await database.leads.count()).toBe(3000);
    expect(walked).toBeGreaterThan(5900);
    expect(walked).toBeLessThan(7000);
  });
});
