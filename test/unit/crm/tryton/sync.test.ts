import { describe, expect, it } from 'vitest';
import type { SyncPage, SyncSession } from '../../../../lib/crm/adapter';
import { trytonSync } from '../../../../lib/crm/tryton/sync';
import { datetime, fakeTryton, sessionOf, type FakeRecord } from './fake-server';

const date = (year: number, month: number, day: number) => ({ __class__: 'date', year, month, day });
const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

function record(id: number, change: Record<string, unknown> = {}): FakeRecord {
  return {
    id,
    number: String(100 + id),
    description: `Deal ${id}`,
    amount: decimal('1220.50'),
    'currency.': { id: 1, code: 'USD' },
    'party.': { id: 3, rec_name: 'Havsalt Hotels' },
    employee: 9,
    'employee.': { id: 9, rec_name: 'Ida Holm' },
    state: 'opportunity',
    conversion_probability: 0.5,
    start_date: date(2026, 1, 7),
    end_date: null,
    lost_reason: null,
    create_date: datetime([2026, 1, 7, 9, 0, 0, 1]),
    write_date: datetime([2026, 2, 1, 10, 0, 0, 3]),
    ...change,
  };
}

async function run(session: SyncSession): Promise<SyncPage[]> {
  const pages: SyncPage[] = [];
  for await (const page of trytonSync.run(session)) pages.push(page);
  return pages;
}

describe('the sync of a Tryton', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const server = fakeTryton({ records: [record(7)] });
    const [page] = await run(sessionOf(server));
    expect(page).toMatchObject({ phase: 'deals', done: 1, total: 1, problems: [] });
    expect(page?.deals).toEqual([
      {
        id: '7',
        url: 'https://crm.example.com/#sales/model/sale.opportunity/7',
        at: '2026-03-10T00:00:00.000Z',
        values: {
          number: '107',
          name: 'Deal 7',
          account: 'Havsalt Hotels',
          owner: 'Ida Holm',
          amount: { decimal: '1220.50', currency: 'USD' },
          stage: 'opportunity',
          outcome: 'open',
          crmProbability: 0.5,
          createdOn: '2026-01-07',
          closeOn: null,
          closedOn: null,
          lostReason: null,
        },
      },
    ]);
  });

  it('sends what a page of Tryton sends, and only calls that read', async () => {
    const server = fakeTryton({ records: [record(7)] });
    await run(sessionOf(server));
    for (const { method, params, headers } of server.calls) {
      expect(trytonSync.allow[0]?.rpcMethods).toContain(method);
      expect(headers).toMatchObject({
        'X-Requested-With': 'XMLHttpRequest',
        Authorization: `Session ${btoa('ida:5:k')}`,
      });
      // The preferences are asked for as a page asks that has just signed in: with nothing of its own.
      if (method.endsWith('get_preferences')) expect(params).toEqual([true, {}]);
      else expect(params.at(-1)).toMatchObject({ company: 1, language: 'de' });
      expect(params.at(-1)).not.toHaveProperty('locale');
    }
  });

  it('pauses before each call for as long as the last reply took', async () => {
    const waits: number[] = [];
    await run(sessionOf(fakeTryton({ records: [record(7)] }), undefined, waits));
    expect(waits.slice(0, 3)).toEqual([0, 7, 7]);
  });

  it('stops where the session has ended, having yielded what came before, and goes on from there', async () => {
    const records = Array.from({ length: 1200 }, (_, n) => record(n + 1));
    const server = fakeTryton({ records });
    const got: SyncPage[] = [];
    await expect(async () => {
      for await (const page of trytonSync.run(sessionOf(server))) {
        got.push(page);
        server.interrupt.push({ status: 401 });
      }
    }).rejects.toMatchObject({ reason: 'signed-out' });
    expect(got).toHaveLength(1);
    const rest = await run(sessionOf(server, got[0]?.cursor));
    const ids = [...got, ...rest].flatMap(({ deals }) => deals.map(({ id }) => Number(id)));
    expect(ids).toEqual(records.map(({ id }) => id));
    expect(rest.at(-1)).toMatchObject({ phase: 'history', done: 1200 });
  });

  it('waits as long as a busy server asks, and gives up politely', async () => {
    const waits: number[] = [];
    const busy = { status: 503, retryAfterSeconds: 3 };
    const once = fakeTryton({ records: [record(7)], interrupt: [busy] });
    await run(sessionOf(once, undefined, waits));
    expect(waits).toContain(3000);
    const always = fakeTryton({ records: [record(7)], interrupt: Array.from({ length: 20 }, () => busy) });
    await expect(run(sessionOf(always))).rejects.toMatchObject({ reason: 'busy' });
  });

  it('reports a field of an unknown kind and keeps the rest of the deal', async () => {
    const odd = record(7, {
      amount: 'a lot',
      state: 'dreaming',
      end_date: 'soon',
      conversion_probability: 7,
    });
    const [page] = await run(sessionOf(fakeTryton({ records: [odd] })));
    expect(page?.problems?.map(({ code, row }) => [code, row])).toEqual([
      ['amount-unreadable', '107'],
      ['stage-unknown', '107'],
      ['date-unreadable', '107'],
      ['value-unreadable', '107'],
    ]);
    expect(page?.problems?.at(-1)).toMatchObject({ field: 'crmProbability', text: '7' });
    expect(page?.deals[0]?.values).not.toHaveProperty('crmProbability');
    expect(page?.deals[0]?.values).not.toHaveProperty('amount');
    expect(page?.deals[0]?.values).not.toHaveProperty('stage');
    expect(page?.deals[0]?.values).not.toHaveProperty('outcome');
    expect(page?.deals[0]?.values).toMatchObject({ name: 'Deal 7' });
  });

  it('turns revisions into exact changes: no change twice, no change where nothing changed', async () => {
    const past = { state: 'lead', amount: null, end_date: null, employee: 8 };
    const server = fakeTryton({
      records: [record(7)],
      revisions: [
        { id: 7, at: [2026, 1, 7, 9, 0, 0, 1], values: past },
        { id: 7, at: [2026, 1, 9, 9, 0, 0, 2], values: { ...past, amount: decimal('1220.500') } },
        { id: 7, at: [2026, 2, 1, 10, 0, 0, 3], values: {} },
        { id: 7, at: [2026, 2, 1, 10, 0, 0, 3], values: {} },
      ],
    });
    const pages = await run(sessionOf(server));
    expect(pages.at(-1)?.histories).toEqual([
      {
        id: '7',
        history: {
          fields: ['stage', 'outcome', 'amount', 'closeOn', 'owner'],
          until: '2026-03-10T00:00:00.000Z',
          changes: [
            {
              field: 'amount',
              from: null,
              to: { decimal: '1220.500', currency: 'USD' },
              at: '2026-01-09T09:00:00.000002Z',
            },
            { field: 'stage', from: 'lead', to: 'opportunity', at: '2026-02-01T10:00:00.000003Z' },
            { field: 'owner', from: 'Employee 8', to: 'Ida Holm', at: '2026-02-01T10:00:00.000003Z' },
          ],
        },
      },
    ]);
  });

  it('leaves revisions younger than the record it has read to the next sync', async () => {
    const now = { state: 'opportunity', amount: decimal('1220.50'), end_date: null, employee: 9 };
    const server = fakeTryton({
      records: [record(7)],
      revisions: [
        { id: 7, at: [2026, 2, 1, 10, 0, 0, 3], values: now },
        { id: 7, at: [2026, 3, 9, 10, 0, 0, 4], values: { ...now, state: 'won' } },
      ],
    });
    const pages = await run(sessionOf(server));
    expect(pages.at(-1)?.histories?.[0]?.history.changes).toEqual([]);
  });

  it('stops at once where nobody is signed in', async () => {
    const session = sessionOf(fakeTryton({}));
    const nobody = { get: () => null, names: () => [] };
    const page = { ...session.page, storage: { local: nobody, session: nobody } };
    await expect(run({ ...session, page })).rejects.toMatchObject({ reason: 'signed-out' });
  });
});
