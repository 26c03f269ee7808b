import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { isOfLeads, pagesOf, reply, sessionOn, type FakeCall } from '../sync/fake-crm';
import { fakeHubspot, recordedLeads, type FakeHubspot } from './fake-hubspot';

type Row = Record<string, unknown>;

const leadsOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leads = [] }) => leads);
const told = (pages: readonly SyncPage[]) => pages.flatMap(({ problems = [] }) => problems);
const read = async (part: FakeHubspot) => pagesOf(fakeHubspot(part));
const [first = {}] = recordedLeads();
const lead = (id: number, change: Readonly<Record<string, string>> = {}): Row => ({
  objectId: id,
  properties: {
    ...(first['properties'] as Row),
    ...Object.fromEntries(Object.entries(change).map(([name, value]) => [name, { value }])),
  },
});
const asksDeals = ({ path }: FakeCall) => path.includes('/associations/');
const partly = [{ code: 'leads-partly', row: 'Leads' }];

describe('leads of a HubSpot', () => {
  it('are converted when a deal is made that is theirs; one without deals is not', async () => {
    const pages = await pagesOf(fakeHubspot());
    expect(leadsOf(pages)).toEqual([
      {
        id: '41500000001',
        name: 'Example Dental - inbound call',
        source: 'Paid search',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedOn: '2026-08-04',
        convertedAt: '2026-08-04T09:12:44.000Z',
        convertedTo: '18210045501',
      },
      {
        id: '41500000002',
        name: 'Example Bikes - web form',
        source: null,
        owner: 'Ivo Ruiz',
        createdOn: '2026-11-10',
        convertedOn: null,
        convertedAt: null,
        convertedTo: null,
      },
      {
        id: '41500000003',
        name: 'Example Toys - fair',
        source: null,
        owner: null,
        createdOn: '2026-11-10',
        convertedOn: null,
        convertedAt: null,
        convertedTo: null,
      },
    ]);
    expect(told(pages)).toEqual([]);
  });

  it('of which one has no id are not whole, which is told', async () => {
    // As a number it would be another one.
    const pages = await read({ leads: [...recordedLeads(), lead(2 ** 54)] });
    expect(leadsOf(pages)).toHaveLength(3);
    expect(told(pages)).toEqual(partly);
  });

  it('are asked for their deals only where it is not said that they have none', async () => {
    const run = sessionOn(fakeHubspot());
    await pagesOf(fakeHubspot(), run);
    const asked = run.calls.filter(asksDeals).map(({ path }) => /0-136\/(\d+)/.exec(path)?.[1]);
    expect(asked).toEqual(['41500000001', '41500000003']);
  });

  it('become the first deal that was made after them', async () => {
    // The second deal is of 15 June, the third of 2 May, the first of 4 August.
    const pages = await read({
      leads: [lead(1, { hs_createdate: String(Date.UTC(2026, 5, 1)) })],
      dealsOf: { '1': [18210045501, 18210045502, 18210045503] },
    });
    expect(leadsOf(pages)).toMatchObject([{ convertedTo: '18210045502', convertedOn: '2026-06-15' }]);
  });

  it.each([
    ['whose deals are all older', { '1': [18210045502] }, {}, []],
    ['one of whose deals the user does not see', { '1': [18210045501, 7] }, {}, partly],
    ['whose deals have no ids', { '1': ['x'] }, {}, partly],
    ['of which nobody knows when they were made', { '1': [18210045501] }, { hs_createdate: 'soon' }, []],
  ])('%s are said neither to have become a deal nor not to', async (_, dealsOf, change, problems) => {
    const pages = await read({ leads: [lead(1, change)], dealsOf });
    const [one] = leadsOf(pages);
    expect(one).toMatchObject({ id: '1', name: 'Example Dental - inbound call' });
    for (const field of ['convertedOn', 'convertedAt', 'convertedTo']) expect(one).not.toHaveProperty(field);
    expect(told(pages)).toEqual(problems);
  });

  it.each([400, 403, 404, 500])(
    'whose deals are not to be had (%d) are told of, but for those without',
    async (status) => {
      const run = sessionOn(fakeHubspot(), {
        instead: (_n, _t, call) => (asksDeals(call) ? reply(status) : undefined),
      });
      const pages = await pagesOf(fakeHubspot(), run);
      expect(leadsOf(pages).map(({ convertedTo }) => convertedTo)).toEqual([undefined, null, undefined]);
      expect(told(pages)[0]).toEqual(partly[0]);
      expect(pages.some(({ histories = [] }) => histories.length > 0)).toBe(true);
    },
  );

  it('say nothing of an owner whose name is not known', async () => {
    const [one] = leadsOf(await read({ leads: [lead(1, { hubspot_owner_id: '5' })], dealsOf: {} }));
    expect(one).not.toHaveProperty('owner');
    const [other] = leadsOf(await read({ hasPublic: false }));
    expect(other).not.toHaveProperty('owner');
  });

  it('come over as many calls as it takes, each once, and go on where a run has ended', async () => {
    const crm = fakeHubspot({ leads: Array.from({ length: 7 }, (_, nth) => lead(nth + 1)), dealsOf: {} });
    const pages = await pagesOf(crm);
    const all = leadsOf(pages).map(({ id }) => id);
    expect(all).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    for (const [nth, { cursor }] of pages.entries()) {
      const rest = await pagesOf(crm, sessionOn(crm, { cursor }));
      expect(leadsOf([...pages.slice(0, nth + 1), ...rest]).map(({ id }) => id)).toEqual(all);
    }
  });

  it.each([
    ['refused', reply(403), 'leads-refused'],
    ['not known to this portal', reply(400), 'leads-refused'],
    ['cut off', reply(200, '{"results":[{"objectId":4150'), 'leads-partly'],
  ])('that are %s are told so, and the deals and histories are read', async (_, answer, code) => {
    const crm = fakeHubspot();
    const run = sessionOn(crm, { instead: (_n, _t, call) => (isOfLeads(call) ? answer : undefined) });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages)).toEqual([]);
    expect(told(pages)).toEqual([{ code, row: 'Leads' }]);
    expect(pages.some(({ histories = [] }) => histories.length > 0)).toBe(true);
  });
});
