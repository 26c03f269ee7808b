import { afterEach, describe, expect, it, vi } from 'vitest';
import { handoffRow } from '../store/handoff-row';
import { batch, freshDatabase, noGlances, read, tenant } from '../store/open';
import type { SyncRun } from '../../../lib/messages/protocol';
import { runsNotBegun } from '../../../lib/messages/not-begun';
import { serveScripts } from '../../../lib/messages/serve-scripts';
import { saveRows } from '../../../lib/store/save-rows';
import { writeReads } from '../../../lib/store/write-reads';

type Handler = (message: { data: unknown; sender: unknown }) => Promise<unknown>;
const handlers = vi.hoisted(() => new Map<string, Handler>());

vi.mock('../../../lib/messages/client', () => ({
  onMessage: (name: string, handler: Handler) => handlers.set(name, handler),
}));
const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'stafet' },
    permissions: { contains: async () => true, getAll: async () => ({}) },
    storage: {
      session: {
        get: async (name: string) => ({ [name]: session.get(name) }),
        set: async (items: object) =>
          Object.entries(items).forEach(([name, value]) => session.set(name, value)),
        remove: async (name: string) => void session.delete(name),
      },
    },
  },
}));

const sender = { id: 'stafet', frameId: 0, url: 'https://crm.example.com/#sales' };
const at = '2026-03-03T10:00:00.000Z';
const run = (runId: string): SyncRun => ({ tenant, runId });
const begin = (runId: string) => ({ ...run(runId), crm: 'tryton', label: 'Tryton', at });

function aWorker() {
  const database = freshDatabase();
  serveScripts(database, noGlances);
  const say = (name: string, data: unknown, from: unknown = sender) =>
    handlers.get(name)?.({ data, sender: from }) ?? Promise.reject(new Error(`nobody answers ${name}`));
  return { database, say };
}

afterEach(() => vi.useRealTimers());

describe('the worker, to the runs of a sync', () => {
  it('lets one begin, and the same one again, and no other beside it', async () => {
    const { say } = aWorker();
    const now = { ...begin('r-1'), at: new Date().toISOString() };
    expect(await say('beginSync', now)).toEqual({ go: true });
    expect(await say('beginSync', now)).toEqual({ go: true });
    expect(await say('beginSync', { ...now, runId: 'r-2' })).toEqual({ go: false });
  });

  it('notes that one did not begin, for the host of the page that asked, until one does', async () => {
    const { say } = aWorker();
    expect(await say('beginSync', { ...begin('r-1'), label: 'x'.repeat(300) })).toHaveProperty('refused');
    expect(await runsNotBegun()).toMatchObject([
      { host: 'crm.example.com', status: 'stopped', stop: 'not-begun', deals: { done: 0 } },
    ]);
    await say('beginSync', begin('r-1'), { ...sender, url: 'https://other.example.com/' });
    expect((await runsNotBegun()).map(({ host }) => host)).toEqual(['crm.example.com', 'other.example.com']);
    expect(await say('beginSync', begin('r-2'))).toEqual({ go: true });
    expect((await runsNotBegun()).map(({ host }) => host)).toEqual(['other.example.com']);
  });

  it('notes a sign of life at once and answers it after 20 seconds; one of another run it answers with stop', async () => {
    const { database, say } = aWorker();
    await say('beginSync', begin('r-1'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: new Date('2026-03-03T10:05:00.000Z') });
    expect(await say('syncAlive', run('r-2'))).toEqual({ stop: true });
    const answer = say('syncAlive', run('r-1'));
    let answered = false;
    void answer.then(() => (answered = true));
    const noted = { progressAt: '2026-03-03T10:05:00.000Z' };
    await vi.waitFor(async () => expect(await database.syncs.get(tenant.tenant)).toMatchObject(noted), {
      interval: 1,
    });
    // The write has still to tell the worker that it is done.
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(19_000);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ stop: false });
  });

  it('ends the run that says so, and never another', async () => {
    const { database, say } = aWorker();
    await say('beginSync', begin('r-1'));
    await say('endSync', { ...run('r-2'), stop: 'cancelled', at });
    expect(await database.syncs.get(tenant.tenant)).toMatchObject({ status: 'running' });
    await say('endSync', { ...run('r-1'), stop: 'access-changed', at });
    expect(await database.syncs.get(tenant.tenant)).toMatchObject({
      status: 'stopped',
      stop: 'access-changed',
    });
  });

  it.each(['beginSync', 'syncAlive', 'endSync'])(
    'takes %s from the page itself alone, and well-formed',
    async (name) => {
      const { database, say } = aWorker();
      const message =
        name === 'beginSync' ? begin('r-1') : name === 'endSync' ? { ...run('r-1'), at } : run('r-1');
      expect(await say(name, message, { ...sender, url: 'https://other.example.com/' })).toHaveProperty(
        'refused',
      );
      expect(await say(name, message, { ...sender, frameId: 3 })).toHaveProperty('refused');
      expect(await say(name, { ...message, runId: '' })).toEqual({ refused: 'runId: length' });
      expect(await say(name, { ...message, more: 1 })).toHaveProperty('refused');
      expect(await database.syncs.count()).toBe(0);
    },
  );
});

describe('the worker, to the overlay of a record', () => {
  it('tells the last handoff of a deal of the page’s own tenant, and whether the deal was seen since', async () => {
    const { database, say } = aWorker();
    const query = { ...tenant, key: handoffRow.deal };
    expect(await say('handoff', query)).toEqual({ none: true });
    const second = { ...handoffRow, key: `${handoffRow.deal}|2`, attempt: 2 };
    await saveRows(database, { table: 'handoffs', put: [handoffRow, second] });
    await saveRows(database, {
      table: 'handoffs',
      put: [{ ...handoffRow, deal: `${handoffRow.deal}0`, key: `${handoffRow.deal}0|3`, attempt: 3 }],
    });
    expect(await say('handoff', query)).toEqual({ row: second, isStale: false });
    await writeReads(database, batch([read('7', { stage: 'lead' }, '2026-03-02T11:00:00.000Z')]));
    expect(await say('handoff', query)).toEqual({ row: second, isStale: true });
  });

  it('tells no page of a deal that is another tenant’s', async () => {
    const { say } = aWorker();
    const other = { ...tenant, tenant: 'crm.example.com/other', key: handoffRow.deal };
    expect(await say('handoff', other)).toHaveProperty('refused');
    const elsewhere = { ...sender, url: 'https://other.example.com/' };
    expect(await say('handoff', { ...tenant, key: handoffRow.deal }, elsewhere)).toHaveProperty('refused');
  });
});
