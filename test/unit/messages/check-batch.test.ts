import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DealRead } from '../../../lib/deal/deal';
import { checkReads, checkSync } from '../../../lib/messages/check-batch';
import type { ReadAck, ReadBatch, SyncAck, SyncBatch } from '../../../lib/messages/protocol';
import { serveScripts } from '../../../lib/messages/serve-scripts';
import { readProblems, readSyncs } from '../../../lib/store/page-queries';
import { beginSync } from '../../../lib/store/syncs';
import { batch, dump, freshDatabase, noGlances, read, syncStep, tenant } from '../store/open';

type Handler = (message: { data: unknown; sender: unknown }) => Promise<unknown>;
const handlers = vi.hoisted(() => new Map<string, Handler>());

vi.mock('../../../lib/messages/client', () => ({
  onMessage: (name: string, handler: Handler) => handlers.set(name, handler),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'stafet' },
    permissions: { contains: async () => true },
    storage: { session: { remove: async () => {} } },
  },
}));

const at = '2026-03-03T10:00:00.000Z';

function aWorker() {
  const database = freshDatabase();
  serveScripts(database, noGlances);
  const sender = { id: 'stafet', frameId: 0, url: 'https://crm.example.com/#sales' };
  const say = async (name: string, data: unknown) => handlers.get(name)?.({ data, sender });
  return {
    database,
    reads: async (data: unknown) => (await say('storeReads', data)) as ReadAck,
    sync: async (data: unknown) => (await say('storeSync', data)) as SyncAck,
    begin: () =>
      beginSync(database, {
        ...tenant,
        runId: 'r-1',
        crm: 'tryton',
        label: 'Tryton',
        at: '2026-03-03T09:59:00.000Z',
      }),
  };
}

/** A read as garbage: what its type forbids. */
const bad = (id: string, values: object, time?: string) => read(id, values, time);

describe('a checked message', () => {
  it('has the type of the contract, and is unchanged where it is sound', () => {
    const reads = batch([
      read('7', {
        amount: { decimal: '1.50', currency: 'EUR' },
        qualification: { need: 'yes', money: null },
      }),
      read(undefined, { number: '4', closeOn: null }),
    ]);
    const checked = checkReads(reads);
    expect(checked).toEqual({ batch: reads, places: [0, 1], refused: [] });
    // These lines fail to compile where the schemas and the contract part.
    if ('batch' in checked) checked.batch satisfies ReadBatch;

    const change = {
      field: 'qualification.need',
      from: null,
      to: 'x',
      at: '2026-01-01T00:00:00.000001Z',
    } as const;
    const amount = { field: 'amount', from: null, to: { decimal: '5' }, at: '2026-01-01T00:00:00Z' } as const;
    const history = { fields: ['amount' as const], until: '2026-01-02T00:00:00Z', changes: [change, amount] };
    const step = syncStep({
      phase: 'history',
      histories: [{ id: '7', history }],
      people: [{ id: '1', name: 'Ida' }],
    });
    const synced = checkSync(step);
    expect(synced).toEqual({ batch: step, refused: [] });
    if ('batch' in synced) synced.batch satisfies SyncBatch;
  });
});

describe('the worker, to a page with a bad row', () => {
  it('stores the good ones, and says of the bad one which it is and why', async () => {
    const { database, reads } = aWorker();
    const ack = await reads(
      batch([
        read('1', { name: 'Nordlys' }),
        bad('2', { number: 'D-2', closeOn: 'soon' }),
        read('3', { name: 'Fjord' }),
      ]),
    );
    const problem = { code: 'row-refused', row: 'D-2', field: 'closeOn', text: 'soon' };
    expect(ack).toMatchObject({ stored: 2, refused: [{ index: 1, problem }] });
    expect((await database.deals.toArray()).map(({ id }) => id)).toEqual(['1', '3']);
    expect(await readProblems(database)).toMatchObject([{ ...problem, host: tenant.host }]);
  });

  it('names the row whose amount the merge refuses by its place in the message, and keeps the rest of it', async () => {
    const { database, reads } = aWorker();
    const ack = await reads(
      batch([
        bad('1', { stage: 7 }),
        read('2', { name: 'Fjord', amount: { decimal: '10.123', currency: 'EUR' } }),
      ]),
    );
    const problem = { code: 'amount-inexact', row: 'Fjord', field: 'amount', text: '10.123 EUR' };
    expect(ack.refused).toMatchObject([{ index: 0 }, { index: 1, problem }]);
    expect(await readProblems(database)).toMatchObject([{ code: 'row-refused' }, problem]);
    expect(await database.deals.toArray()).toMatchObject([{ id: '2', name: 'Fjord' }]);
  });

  it('says it once, however often the message is sent', async () => {
    const { database, reads } = aWorker();
    const message = {
      ...batch([bad('1', { stage: 7 }), read('2', { amount: { decimal: '10.123', currency: 'EUR' } })]),
      problems: [{ code: 'row-unreadable', row: 'row 9' }],
    };
    const ack = await reads(message);
    const before = await dump(database);
    expect((await reads(message)).refused).toEqual(ack.refused);
    expect(await dump(database)).toEqual(before);
    expect(await readProblems(database)).toHaveLength(3);
  });

  it('says it still where its first answer was lost and the same message finds nothing more to refuse', async () => {
    const { database, reads } = aWorker();
    const eur = { amount: { decimal: '9', currency: 'EUR' }, recurring: { decimal: '1', currency: 'EUR' } };
    await reads(batch([read('1', { number: 'D-1', ...eur })]));
    const later = { batchId: 'b-2', at };
    const dollars = batch(
      [read('1', { number: 'D-1', amount: { decimal: '9', currency: 'USD' } }, at)],
      later,
    );
    expect((await reads(dollars)).refused).toMatchObject([{ problem: { code: 'recurring-currency' } }]);
    expect((await reads(dollars)).refused).toEqual([]);
    expect(await readProblems(database)).toMatchObject([{ code: 'recurring-currency', row: 'D-1' }]);
  });

  it('keeps saying it while the look lasts, until the row is read anew', async () => {
    const { database, reads } = aWorker();
    const later = { at: '2026-03-02T10:05:00.000Z' };
    await reads(batch([bad('1', { number: 'D-1', stage: 7 }), bad('2', { number: 'D-2', stage: 7 })]));
    await reads(batch([read('3', { number: 'D-3' })], { batchId: 'b-2', ...later }));
    expect((await readProblems(database)).map(({ row }) => row)).toEqual(['D-1', 'D-2']);
    await reads(
      batch([read('1', { number: 'D-1', stage: 'lead' }, later.at)], {
        batchId: 'b-3',
        ...later,
        at: '2026-03-02T10:06:00.000Z',
      }),
    );
    expect((await readProblems(database)).map(({ row }) => row)).toEqual(['D-2']);
    // The view opened anew shows all its rows again: what it says now is all there is to say.
    await reads(batch([read('2', { number: 'D-2' })], { batchId: 'b-4', viewedAt: at, at }));
    expect(await readProblems(database)).toEqual([]);
  });

  it('keeps what several messages of one look were refused', async () => {
    const { database, reads } = aWorker();
    await reads(batch([bad('1', { number: 'D-1', stage: 7 })]));
    await reads(batch([bad('2', { number: 'D-2', stage: 7 })], { batchId: 'b-2' }));
    expect((await readProblems(database)).map(({ row }) => row)).toEqual(['D-1', 'D-2']);
  });

  it('refuses a message that is malformed as such, and changes nothing', async () => {
    const { database, reads } = aWorker();
    const before = await dump(database);
    expect(await reads({ ...batch([read('1', {})]), rendered: 'many' })).toEqual({
      refused: 'rendered: type',
    });
    expect(await dump(database)).toEqual(before);
  });

  it('stores every sound row, whatever stands beside it', async () => {
    const row = fc.oneof(
      fc.record({ kind: fc.constant('sound' as const), row: fc.constant(undefined) }),
      fc.record({ kind: fc.constant('garbage' as const), row: fc.jsonValue() }),
      fc.record({
        kind: fc.constant('garbage' as const),
        row: fc.record(
          { id: fc.jsonValue(), values: fc.jsonValue(), at: fc.jsonValue() },
          { requiredKeys: [] },
        ),
      }),
      fc.record({
        kind: fc.constant('garbage' as const),
        row: fc.record({
          id: fc.constant('bad'),
          at: fc.constant(at),
          values: fc.record({ name: fc.string(), stage: fc.oneof(fc.integer(), fc.boolean(), fc.object()) }),
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const { database, reads } = aWorker();
        const given = rows.map(({ kind, row: other }, n) =>
          kind === 'sound' ? read(`s${n}`, { name: `n${n}` }) : other,
        );
        const soundIds = given.flatMap((_, n) => (rows[n]?.kind === 'sound' ? [`s${n}`] : []));
        const ack = await reads(batch(given as DealRead[]));
        const stored = (await database.deals.toArray()).map(({ id }) => id);
        expect(stored.toSorted()).toEqual(soundIds.toSorted());
        expect(ack.stored).toBe(soundIds.length);
        // Every row that is not stored is named, each once.
        const lost = given.flatMap((_, n) => (rows[n]?.kind === 'garbage' ? [n] : []));
        expect(ack.refused.map(({ index }) => index)).toEqual(lost);
        const shown = new Set(ack.refused.map(({ problem }) => JSON.stringify(problem)));
        expect(await readProblems(database)).toHaveLength(shown.size);
        await database.delete();
      }),
      { numRuns: 60 },
    );
  });
});

describe('the worker, to a sync with bad rows', () => {
  const history = (id: string, to: unknown) => ({
    id,
    history: {
      fields: ['stage'],
      until: at,
      changes: [{ field: 'stage', from: 'lead', to, at: '2026-03-01T10:00:00.000Z' }],
    },
  });

  it('stores the rest of the step, goes on, and says what is missing', async () => {
    const { database, begin, sync } = aWorker();
    await begin();
    const step = syncStep({
      deals: [
        read('1', { name: 'Nordlys', stage: 'won' }, at),
        bad('2', { name: 'Fjord', crmProbability: 40 }, at),
      ],
      stages: [{ pipeline: 'p', stage: 'lead', name: 'Lead', order: 'first' as never, outcome: 'open' }],
      people: [{ id: '1', name: 'Ida' }, 'Bo' as never],
      problems: [{ code: 'amount-unreadable', row: 'D-3' }],
      done: 2,
      total: 3,
      cursor: 'after 2',
    });
    expect(await sync(step)).toMatchObject({ stored: 1, refused: 3, stop: false });
    expect(await database.syncs.get(tenant.tenant)).toMatchObject({ status: 'running', cursor: 'after 2' });
    expect(await database.people.count()).toBe(1);
    expect((await readProblems(database)).map(({ code, row }) => [code, row])).toEqual([
      ['amount-unreadable', 'D-3'],
      ['row-refused', 'Fjord'],
      ['row-refused', 'Lead'],
      ['row-refused', 'row 2'],
    ]);
    expect(await readSyncs(database, at)).toMatchObject([{ problemCount: 4 }]);
  });

  it('says it once where the step is sent again', async () => {
    const { database, begin, sync } = aWorker();
    await begin();
    const step = syncStep({ deals: [bad('2', { stage: 7 }, at)], done: 1, total: 3 });
    await sync(step);
    const before = await dump(database);
    expect(await sync(step)).toMatchObject({ stop: false });
    expect(await dump(database)).toEqual(before);
  });

  it('counts beyond the problems that it keeps', async () => {
    const { database, begin, sync } = aWorker();
    await begin();
    for (const done of [300, 600]) {
      const deals = Array.from({ length: 300 }, (_, n) => bad(`${done}-${n}`, { stage: 7 }, at));
      await sync(syncStep({ deals, done, total: 900 }));
    }
    expect(await readSyncs(database, at)).toMatchObject([{ problemCount: 600 }]);
    expect(await readProblems(database)).toHaveLength(500);
  });

  it('names a deal whose history it cannot take as its user knows it', async () => {
    const { database, begin, sync } = aWorker();
    await begin();
    await sync(
      syncStep({
        deals: [read('7', { number: 'D-7', stage: 'won' }, at), read('8', { stage: 'won' }, at)],
        done: 2,
        total: 2,
      }),
    );
    const histories = [history('7', 5), history('8', 'won')] as never;
    expect(await sync(syncStep({ phase: 'history', histories, done: 2, total: 2 }))).toMatchObject({
      refused: 1,
    });
    expect(await readProblems(database)).toMatchObject([{ code: 'history-refused', row: 'D-7' }]);
    expect(await database.changes.toArray()).toMatchObject([
      { key: 'tryton|crm.example.com/sales|8', to: 'won' },
    ]);
  });

  it('takes no deal for gone that was listed and refused', async () => {
    const { database, begin, reads, sync } = aWorker();
    await reads(batch([read('6', { stage: 'lead' }), read('7', { stage: 'lead' })], { seenAs: 'ida' }));
    await begin();
    await sync(
      syncStep({
        seenAs: 'ida',
        deals: [read('6', { stage: 'lead' }, at), bad('7', { stage: 7 }, at)],
        done: 2,
        total: 2,
      }),
    );
    expect(await database.deals.filter(({ removedAt }) => removedAt !== undefined).count()).toBe(0);
  });

  it('refuses a deal without an id: no interface lists one', async () => {
    const { database, begin, sync } = aWorker();
    await begin();
    const ack = await sync(
      syncStep({ deals: [read(undefined, { name: 'Nordlys' }, at)], done: 1, total: 2 }),
    );
    expect(ack).toMatchObject({ stored: 0, refused: 1 });
    expect(await readProblems(database)).toMatchObject([{ code: 'row-refused', row: 'Nordlys' }]);
  });
});
