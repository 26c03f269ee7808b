import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type RunningDemo } from '../../demo/serve';
import type { Change, Deal } from '../../demo/types';

const TODAY = '2026-03-31';
let demo: RunningDemo;

beforeAll(async () => {
  demo = await startDemo({ today: TODAY });
});
afterAll(() => demo.close());

async function read<T>(path: string): Promise<T> {
  return (await (await fetch(demo.url + path)).json()) as T; // the tests say what they expect to get
}

function patch(id: string, body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${demo.url}/api/deals/${id}`, { method: 'PATCH', headers: { 'content-type': type }, body });
}

function openDeal(): Deal {
  const deal = demo.data.deals.find((one) => one.outcome === 'open' && one.stage !== 'New');
  if (deal === undefined) throw new Error('no open deal left');
  return deal;
}

describe('the sample CRM', () => {
  it('lists a view in pages that add up to its total', async () => {
    const open = demo.data.deals.filter((deal) => deal.outcome === 'open').length;
    const first = await read<{ total: number; deals: Deal[] }>('/api/deals');
    expect(first.total).toBe(open);
    expect(first.deals).toHaveLength(25);
    const ids = new Set<string>();
    for (let page = 1; page <= Math.ceil(400 / 30); page += 1) {
      const { deals } = await read<{ deals: Deal[] }>(`/api/deals?view=all&size=30&page=${page}`);
      for (const deal of deals) ids.add(deal.id);
    }
    expect(ids.size).toBe(400);
  });

  it('finds deals by words of their names', async () => {
    const { name } = openDeal();
    const { deals } = await read<{ deals: Deal[] }>(
      `/api/deals?view=all&size=500&q=${encodeURIComponent(name.toUpperCase())}`,
    );
    expect(deals.map((deal) => deal.name)).toContain(name);
    expect(deals.length).toBeLessThan(400);
  });

  it('refuses a query that it does not understand', async () => {
    for (const query of ['view=mine', 'page=0', 'size=501', 'sort=constructor']) {
      expect((await fetch(`${demo.url}/api/deals?${query}`)).status).toBe(400);
    }
  });

  it('notes an edit in the history, on its own day', async () => {
    const { id, amount } = openDeal();
    const response = await patch(id, '{"amount":4321.5,"nextStep":" Call "}');
    expect(await response.json()).toMatchObject({ id, amount: 4321.5, nextStep: 'Call' });
    const { changes } = await read<{ changes: Change[] }>(`/api/deals/${id}/history`);
    const change = changes.findLast((one) => one.field === 'amount');
    expect(change).toMatchObject({ deal: id, from: amount, to: 4321.5 });
    expect(change?.at.startsWith(TODAY)).toBe(true);
    expect(demo.data.changes.at(-1)?.deal).toBe(id);
  });

  it('closes a deal that is moved to Won, and opens it again when it is moved back', async () => {
    const { id } = openDeal();
    expect(await (await patch(id, '{"stage":"Won"}')).json()).toMatchObject({
      outcome: 'won',
      closedOn: TODAY,
      closeOn: TODAY,
      probability: 1,
    });
    expect(await (await patch(id, '{"stage":"Lost"}')).json()).toMatchObject({
      outcome: 'lost',
      closedOn: TODAY,
      probability: 0,
    });
    expect(await (await patch(id, '{"stage":"Proposal"}')).json()).toMatchObject({
      outcome: 'open',
      closedOn: null,
    });
  });

  it('refuses an edit that is not valid, and changes nothing then', async () => {
    const { id } = openDeal();
    const before = await read<Deal>(`/api/deals/${id}`);
    const bodies = [
      '{"stage":"Nowhere"}',
      '{"amount":-1}',
      '{"amount":"12"}',
      '{"amount":1.234}',
      '{"closeOn":"2026-02-30"}',
      '{"owner":"nobody"}',
      '{"nextStep":7}',
      '{"id":"1"}',
      '{"amount":5,"outcome":"won"}',
      '[]',
      'null',
      '{',
    ];
    for (const body of bodies) expect((await patch(id, body)).status, body).toBe(400);
    expect((await patch(id, '{}', 'text/plain')).status).toBe(415);
    expect((await patch(id, `{"nextStep":"${'x'.repeat(20_000)}"}`)).status).toBe(413);
    expect((await patch('1', '{}')).status).toBe(404);
    expect(await read<Deal>(`/api/deals/${id}`)).toEqual(before);
  });

  it('serves its page under every address of the application, and no other file', async () => {
    for (const path of ['/', '/deals', '/deals/1001']) {
      expect(await (await fetch(demo.url + path)).text()).toContain('<main id="main">');
    }
    expect((await fetch(`${demo.url}/favicon.ico`)).status).toBe(204);
    for (const path of [
      '/assets/%2e%2e/serve.ts',
      '/assets/../serve.ts',
      '/serve.ts',
      '/other',
      '/api/else',
    ]) {
      expect((await fetch(demo.url + path)).status).toBe(404);
    }
  });
});
