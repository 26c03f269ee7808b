import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { pagesOf, reply, sessionOn, type FakeCall } from '../sync/fake-crm';
import { fakePipedrive, recordedDeals, recordedLeads, type FakePipedrive } from './fake-pipedrive';

type Row = Record<string, unknown>;

const leadsOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leads = [] }) => leads);
const told = (pages: readonly SyncPage[]) => pages.flatMap(({ problems = [] }) => problems);
const read = async (part: FakePipedrive) => pagesOf(fakePipedrive(part));
const deal = (change: Row, nth = 0): Row => ({ ...recordedDeals()[nth], ...change });
const lead = (change: Row): Row => ({ ...recordedLeads()[0], ...change });
/** As a calculator of version 1 of such ids has them. */
const ids = {
  may4: 'f662f200-4788-11f1-9f2d-02a1b2c3d4e5',
  july20: 'c50dd000-8421-11f1-9f2d-02a1b2c3d4e5',
  september1: '522a7400-a5df-11f1-9f2d-02a1b2c3d4e5',
  october2: 'cb282000-be58-11f1-9f2d-02a1b2c3d4e5',
} as const;
const hasDeals = ({ url }: FakeCall) => url.searchParams.get('include_fields') === 'source_lead_id';

describe('leads of a Pipedrive', () => {
  it('are those that it lists, and those that deals name: the CRM drops a lead once it is a deal', async () => {
    const pages = await pagesOf(fakePipedrive());
    expect(leadsOf(pages)).toEqual([
      {
        id: '7de1b5a0-dced-11f1-9f2d-02a1b2c3d4e5',
        name: 'Example Bikes - web form',
        source: 'Web forms',
        owner: 'Ivo Ruiz',
        createdOn: '2026-11-10',
        convertedOn: null,
        convertedAt: null,
        convertedTo: null,
      },
      {
        id: ids.july20,
        source: 'Manually created',
        createdOn: '2026-07-20',
        convertedOn: '2026-08-04',
        convertedAt: '2026-08-04T09:12:44.000Z',
        convertedTo: '1041',
      },
    ]);
    expect(told(pages)).toEqual([]);
  });

  it('are those put aside as well, and those of deals put aside, won or not; not of deleted deals', async () => {
    const pages = await read({
      archivedLeads: [lead({ id: ids.september1, add_time: '2026-09-01T08:30:00.000Z', is_archived: true })],
      archived: [deal({ id: 2001, source_lead_id: ids.may4, status: 'open' })],
      deals: [deal({ id: 1050, source_lead_id: ids.october2, is_deleted: true })],
    });
    expect(leadsOf(pages).map(({ id, createdOn, convertedTo }) => [id, createdOn, convertedTo])).toEqual([
      ['7de1b5a0-dced-11f1-9f2d-02a1b2c3d4e5', '2026-11-10', null],
      [ids.september1, '2026-09-01', null],
      [ids.may4, '2026-05-04', '2001'],
    ]);
  });

  it.each<readonly [string, FakePipedrive]>([
    ['one without an id', { leads: [...recordedLeads(), lead({ id: null })] }],
    ['a deal of one whose id nobody can read', { deals: [deal({}), deal({ id: 1042, source_lead_id: 7 })] }],
  ])('of which %s is missing are not whole, which is told', async (_, part) => {
    const pages = await read(part);
    expect(leadsOf(pages)).toHaveLength(2);
    expect(told(pages)).toContainEqual({ code: 'leads-partly', row: 'Leads' });
    expect(pages.flatMap(({ leadsReach = [] }) => leadsReach).at(-1)).toBe('partly');
  });

  it('have the day of their creation from their id alone where that is a time', async () => {
    const other = 'd3b0c1a2-5f6e-4a7b-8c9d-0e1f2a3b4c5d';
    const pages = await read({ deals: [deal({ source_lead_id: other })] });
    const [, one] = leadsOf(pages);
    expect(one).toMatchObject({ id: other, convertedTo: '1041' });
    expect(one).not.toHaveProperty('createdOn');
    // Of which month it is nobody knows: that month is not whole.
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });

  it('have no day from an id that is younger than the deal, or from the time of imported ones', async () => {
    const young = await read({ leads: [], deals: [deal({ add_time: '2026-07-01T10:00:00Z' })] });
    expect(leadsOf(young)[0]).not.toHaveProperty('createdOn');
    const imported = lead({ id: ids.september1, add_time: '2024-02-03T10:00:00.000Z' });
    const deals = [deal({ source_lead_id: ids.july20 }), deal({ source_lead_id: ids.october2, id: 1042 })];
    const pages = await read({
      leads: [imported],
      deals: deals.map((one) => ({ ...one, add_time: '2026-11-01T10:00:00Z' })),
    });
    // What was made by the last import may have been imported.
    expect(leadsOf(pages).map(({ id, createdOn }) => [id, createdOn])).toEqual([
      [ids.september1, '2024-02-03'],
      [ids.july20, undefined],
      [ids.october2, '2026-10-02'],
    ]);
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });

  it('say nothing of what is of another kind than we know', async () => {
    const odd = lead({ owner_id: 7, origin: { a: 1 }, add_time: 'soon', title: 7 });
    const [one] = leadsOf(await read({ leads: [odd], deals: [] }));
    expect(one).toEqual({
      id: '7de1b5a0-dced-11f1-9f2d-02a1b2c3d4e5',
      convertedOn: null,
      convertedAt: null,
      convertedTo: null,
    });
    expect(leadsOf(await read({ leads: [lead({ id: 7 })], deals: [] }))).toEqual([]);
  });

  it('come over as many calls as it takes, each once, and go on where a run has ended', async () => {
    const leads = Array.from({ length: 7 }, (_, nth) =>
      lead({ id: `7de1b5a${nth}-dced-11f1-9f2d-02a1b2c3d4e5` }),
    );
    const crm = fakePipedrive({ leads });
    const pages = await pagesOf(crm);
    const all = leadsOf(pages).map(({ id }) => id);
    expect(all).toEqual([...leads.map(({ id }) => id), ids.july20]);
    for (const [nth, { cursor }] of pages.entries()) {
      const rest = await pagesOf(crm, sessionOn(crm, { cursor }));
      expect(leadsOf([...pages.slice(0, nth + 1), ...rest]).map(({ id }) => id)).toEqual(all);
    }
  });

  it('are not read to their end where one of them went meanwhile: places in the list have shifted', async () => {
    const leads = Array.from({ length: 6 }, (_, nth) =>
      lead({ id: `7de1b5a${nth}-dced-11f1-9f2d-02a1b2c3d4e5` }),
    );
    const whole = await read({ leads });
    expect(told(whole)).toEqual([]);
    const { cursor } = whole.find(({ leads: some }) => some !== undefined) ?? {};
    const shifted = fakePipedrive({ leads: leads.slice(1) });
    const rest = await pagesOf(shifted, sessionOn(shifted, { cursor }));
    expect(told(rest)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
    // Those of deals are read all the same.
    expect(leadsOf(rest).at(-1)?.id).toBe(ids.july20);
  });

  it.each([
    ['refused', { leads: null }, 'leads-refused', 0],
    ['not where they were', {}, 'leads-refused', 0, 404],
    ['no list', {}, 'leads-partly', 0, 200],
  ] as const)('that are %s are told so, and the deals and histories are read', async (...given) => {
    const [, part, code, count, status] = given;
    const crm = fakePipedrive(part);
    const run = sessionOn(crm, {
      instead: (_nth, _text, { path }) =>
        status !== undefined && path === '/api/v1/leads'
          ? reply(status, '{"success":true,"data":[]}')
          : undefined,
    });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages)).toHaveLength(count);
    expect(told(pages)).toEqual([{ code, row: 'Leads' }]);
    expect(pages.some(({ histories = [] }) => histories.length > 0)).toBe(true);
  });

  it.each([400, 403, 500])('whose deals are not to be had (%d) are not read to their end', async (status) => {
    const crm = fakePipedrive();
    const run = sessionOn(crm, { instead: (_n, _t, call) => (hasDeals(call) ? reply(status) : undefined) });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages).map(({ convertedTo }) => convertedTo)).toEqual([null]);
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });

  it('are not read to their end where deals do not say which lead they were', async () => {
    const pages = await read({ deals: [deal({ source_lead_id: undefined })] });
    expect(leadsOf(pages)).toHaveLength(1);
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });
});
