import { describe, expect, it } from 'vitest';
import { CallRefused } from '../../../../lib/crm/fetch-json';
import { pagesOf, reply, sessionOn } from '../sync/fake-crm';
import { fakeOdoo, fault, recordedLeads } from './fake-odoo';

type Row = Record<string, unknown>;

const lost = (change: Row = {}): Row => ({
  ...recordedLeads()[0],
  id: 233,
  name: 'Example Foods - Renewal FY27',
  active: false,
  probability: 0,
  lost_reason_id: [3, 'Went with in-house tool'],
  ...change,
});

describe('the sync of an Odoo', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [page] = await pagesOf(fakeOdoo());
    expect(page).toMatchObject({ phase: 'deals', done: 2, total: 2, openTotal: 1, problems: [] });
    expect(page?.deals).toEqual([
      {
        id: '231',
        url: 'https://odoo.example.com/odoo/crm/231',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Dental - 40 seats',
          account: 'Example Dental Group',
          amount: { decimal: '48000', currency: 'USD' },
          recurring: { decimal: '4000', currency: 'USD' },
          recurringPeriod: 'month',
          team: 'Sales',
          stage: 'Proposition',
          outcome: 'open',
          crmProbability: 0.75,
          owner: 'Mara Lind',
          createdBy: 'Ivo Ruiz',
          createdOn: '2026-07-20',
          closeOn: '2026-12-18',
          closedOn: null,
          stageSince: '2026-10-27',
          lostReason: null,
        },
      },
      {
        id: '232',
        url: 'https://odoo.example.com/odoo/crm/232',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Logistics - Fleet add-on',
          account: 'Example Logistics AB',
          amount: { decimal: '15250.5', currency: 'USD' },
          recurring: null,
          team: 'Sales',
          stage: 'Won',
          outcome: 'won',
          crmProbability: 1,
          owner: 'Tomas Eng',
          createdBy: 'Tomas Eng',
          createdOn: '2026-06-15',
          closeOn: '2026-11-28',
          closedOn: '2026-11-20',
          stageSince: '2026-11-20',
          lostReason: null,
        },
      },
    ]);
  });

  it('states stages in their order with those that win, and people', async () => {
    const [page] = await pagesOf(fakeOdoo());
    expect(page?.stages?.map(({ stage, order, outcome }) => [stage, order, outcome])).toEqual([
      ['New', 0, 'open'],
      ['Qualified', 1, 'open'],
      ['Proposition', 2, 'open'],
      ['Won', 3, 'won'],
    ]);
    expect(page?.people).toEqual([
      { id: '7', name: 'Mara Lind', me: true },
      { id: '8', name: 'Tomas Eng' },
      { id: '9', name: 'Ivo Ruiz' },
    ]);
  });

  it('takes an archived deal without a chance for a lost one, and says nothing of one archived otherwise', async () => {
    const archived = lost({ id: 234, probability: 40 });
    const [page] = await pagesOf(fakeOdoo({ leads: [lost(), archived] }));
    expect(page?.deals[0]?.values).toMatchObject({ outcome: 'lost', lostReason: 'Went with in-house tool' });
    // No day of closing is told, so none is taken back that is known from elsewhere.
    expect(page?.deals[0]?.values).not.toHaveProperty('closedOn');
    expect(page?.deals[1]?.values).not.toHaveProperty('outcome');
    expect(page?.problems).toEqual([
      { code: 'stage-unknown', row: 'Example Foods - Renewal FY27', field: 'outcome', text: 'false' },
    ]);
  });

  it('takes a deal that was lost after it had been won for a lost one: archiving leaves it in its stage', async () => {
    const [page] = await pagesOf(fakeOdoo({ leads: [lost({ stage_id: [4, 'Won'] })] }));
    expect(page?.deals[0]?.values).toMatchObject({ outcome: 'lost', stage: 'Won' });
  });

  it('asks for all companies, in the user’s language, for no field that is hidden from him', async () => {
    const crm = fakeOdoo({ hidden: ['recurring_revenue_monthly', 'create_uid'] });
    const run = sessionOn(crm);
    const [page] = await pagesOf(crm, run);
    const asked = run.calls
      .map(
        ({ body }) => (body as { params: { kwargs?: { fields?: string[]; context?: Row } } }).params.kwargs,
      )
      .filter((kwargs) => kwargs !== undefined);
    for (const { context } of asked) expect(context).toEqual({ active_test: false, lang: 'de_DE' });
    expect(asked.some(({ fields = [] }) => fields.includes('create_uid'))).toBe(false);
    expect(page?.deals[0]?.values).not.toHaveProperty('createdBy');
    expect(page?.deals[0]?.values).not.toHaveProperty('recurring');
  });

  it('has a problem where a field is of an unknown kind, and keeps the rest', async () => {
    const odd = {
      ...recordedLeads()[0],
      expected_revenue: '48.000',
      date_deadline: '18.12.2026',
      user_id: 7,
    };
    const [page] = await pagesOf(fakeOdoo({ leads: [odd] }));
    expect(page?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['amount-unreadable', 'amount'],
      ['value-unreadable', 'owner'],
      ['date-unreadable', 'closeOn'],
    ]);
    expect(page?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats', outcome: 'open' });
  });

  it('calls an amount of no known currency none', async () => {
    const odd = { ...recordedLeads()[0], company_currency: [9, 'Points'] };
    const [page] = await pagesOf(fakeOdoo({ leads: [odd] }));
    expect(page?.deals[0]?.values).not.toHaveProperty('amount');
    expect(page?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['amount-unreadable', 'recurring'],
      ['amount-unreadable', 'amount'],
    ]);
  });

  it('tells an ended session and a refusal, which come with status 200, apart', async () => {
    const ended = sessionOn(fakeOdoo(), {
      instead: () => reply(200, JSON.stringify(fault('odoo.http.SessionExpiredException'))),
    });
    await expect(pagesOf(fakeOdoo(), ended)).rejects.toMatchObject({ reason: 'signed-out' });
    await expect(pagesOf(fakeOdoo({ closed: ['crm.lead'] }))).rejects.toMatchObject({ reason: 'forbidden' });
  });

  it('ends where the server speaks of another database than the page', async () => {
    const crm = fakeOdoo();
    const script = { src: '', textContent: 'odoo.__session_info__ = {"uid": 7, "db": "other"};' };
    const page = { document: { scripts: [script] } };
    await expect(pagesOf({ ...crm, page })).rejects.toMatchObject({ reason: 'access-changed' });
  });

  it('links to records as the version does that the page is of', async () => {
    const [page] = await pagesOf(
      fakeOdoo({ address: 'https://odoo.example.com/web#action=1&model=crm.lead' }),
    );
    expect(page?.deals[0]?.url).toBe('https://odoo.example.com/web#id=231&model=crm.lead&view_type=form');
  });

  it.each([
    ['another method than the path says', '/crm.lead/search_read', 'crm.lead', 'unlink'],
    ['another model than the path says', '/crm.lead/search_read', 'res.users', 'search_read'],
    ['a method that writes', '/crm.lead/write', 'crm.lead', 'write'],
    ['a model of no sale', '/res.partner/search_read', 'res.partner', 'search_read'],
  ])('cannot call %s', async (_, path, model, method) => {
    const { session, calls } = sessionOn(fakeOdoo());
    const body = { jsonrpc: '2.0', method: 'call', params: { model, method, args: [], kwargs: {} } };
    await expect(
      session.fetchJson({ path: `/web/dataset/call_kw${path}`, verb: 'POST', body }),
    ).rejects.toBeInstanceOf(CallRefused);
    expect(calls).toEqual([]);
  });
});

describe('the history of an Odoo', () => {
  const messages = [
    { id: 50, res_id: 231, date: '2026-09-16 12:00:01', tracking_value_ids: [501] },
    { id: 51, res_id: 231, date: '2026-10-27 14:03:10', tracking_value_ids: [502, 503, 504] },
  ];
  const notes = [
    {
      id: 501,
      field_id: [101, 'Stage (crm.lead)'],
      // The stage's name of that time; it has another one since.
      old_value_integer: 1,
      old_value_char: 'Brandneu',
      new_value_integer: 2,
      new_value_char: 'Qualified',
    },
    { id: 502, field_id: [101, 'x'], old_value_integer: 2, new_value_integer: 3 },
    { id: 503, field_id: [103, 'x'], old_value_float: 30000, new_value_float: 48000 },
    { id: 504, field_id: [102, 'x'], old_value_integer: 0, new_value_integer: 7 },
  ];
  const historyOf = async (part: Parameters<typeof fakeOdoo>[0]) =>
    (await pagesOf(fakeOdoo(part))).flatMap(({ histories = [] }) => histories);

  it('is made of the notes under a record’s messages, by the present names of stages and people', async () => {
    expect(await historyOf({ messages, notes })).toEqual([
      {
        id: '231',
        history: {
          fields: ['stage', 'owner', 'amount'],
          until: '2026-11-26T12:00:00.000Z',
          changes: [
            { field: 'stage', from: 'New', to: 'Qualified', at: '2026-09-16T12:00:01.000Z' },
            { field: 'stage', from: 'Qualified', to: 'Proposition', at: '2026-10-27T14:03:10.000Z' },
            { field: 'owner', from: null, to: 'Mara Lind', at: '2026-10-27T14:03:10.000Z' },
            {
              field: 'amount',
              from: { decimal: '30000', currency: 'USD' },
              to: { decimal: '48000', currency: 'USD' },
              at: '2026-10-27T14:03:10.000Z',
            },
          ],
        },
      },
    ]);
  });

  it('leaves a field out of which one note is not understood', async () => {
    const odd = notes.map((note) => (note.id === 502 ? { ...note, old_value_integer: 'two' } : note));
    const [deal] = await historyOf({ messages, notes: odd });
    expect(deal?.history.fields).toEqual(['owner', 'amount']);
  });

  it('is not read by a user who may not see the notes', async () => {
    for (const closed of [['ir.model.fields'], ['mail.message'], ['mail.tracking.value']]) {
      const pages = await pagesOf(fakeOdoo({ messages, notes, closed }));
      expect(pages.some(({ histories }) => histories !== undefined)).toBe(false);
    }
  });
});
