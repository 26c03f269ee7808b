import { describe, expect, it } from 'vitest';
import { pagesOf, recorded, sessionOn } from '../sync/fake-crm';
import { fakeDynamics } from './fake-dynamics';

type Row = Record<string, unknown>;

const opportunities = (change: (row: Row, nth: number) => Row) =>
  (recorded('dynamics', 'opportunities')['value'] as Row[]).map(change);

describe('the sync of a Dynamics 365', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [first, second] = await pagesOf(fakeDynamics());
    expect(first).toMatchObject({ phase: 'deals', done: 2, total: 3, openTotal: 2, problems: [] });
    expect(first?.deals.map(({ values }) => values)).toEqual([
      {
        name: 'Example Dental - 40 seats',
        account: 'Example Dental Group',
        amount: { decimal: '48000', currency: 'USD' },
        outcome: 'open',
        stage: 'Propose',
        pipeline: '77777777-2a41-ef11-8409-000d3a4b0001',
        stageSince: '2026-10-27',
        crmProbability: 0.75,
        forecastCategory: 'Best case',
        closeOn: '2026-12-18',
        closedOn: null,
        createdOn: '2026-08-04',
        owner: 'Mara Lind',
        createdBy: 'Ivo Ruiz',
        source: 'Web',
        sdr: 'Ivo Ruiz',
      },
      {
        name: 'Example Logistics - Fleet add-on',
        account: 'Example Logistics AB',
        amount: { decimal: '15250.5', currency: 'EUR' },
        outcome: 'open',
        stage: 'Close',
        pipeline: '77777777-2a41-ef11-8409-000d3a4b0001',
        stageSince: '2026-11-05',
        crmProbability: 0.9,
        forecastCategory: 'Committed',
        closeOn: '2026-11-28',
        closedOn: null,
        createdOn: '2026-06-15',
        owner: 'Tomas Eng',
        createdBy: 'Tomas Eng',
      },
    ]);
    expect(second?.deals[0]).toEqual({
      id: '8d2b1c7e-5a41-ef11-8409-000d3a4b5c03',
      url: 'https://acme.crm4.dynamics.com/main.aspx?appid=a1&pagetype=entityrecord&etn=opportunity&id=8d2b1c7e-5a41-ef11-8409-000d3a4b5c03',
      at: '2026-11-26T12:00:00.000Z',
      values: {
        name: 'Example Foods - Renewal FY27',
        account: 'Example Foods Ltd',
        amount: null,
        outcome: 'lost',
        stage: 'Develop',
        crmProbability: 0,
        forecastCategory: 'Lost',
        closeOn: '2026-10-15',
        closedOn: '2026-10-30',
        createdOn: '2026-05-02',
        owner: 'Mara Lind',
        createdBy: 'Mara Lind',
        lostReason: 'Canceled',
      },
    });
    expect(second).toMatchObject({ done: 3, total: 3 });
  });

  it('states stages in their order, and people without the programs among them', async () => {
    const [first] = await pagesOf(fakeDynamics());
    expect(first?.stages?.map(({ stage, order, outcome }) => [stage, order, outcome])).toEqual([
      ['Qualify', 0, 'open'],
      ['Develop', 1, 'open'],
      ['Propose', 2, 'open'],
      ['Close', 3, 'open'],
    ]);
    expect(first?.people).toEqual([
      { id: '11111111-2a41-ef11-8409-000d3a4b0001', name: 'Mara Lind', me: true },
      { id: '11111111-2a41-ef11-8409-000d3a4b0002', name: 'Tomas Eng' },
      { id: '11111111-2a41-ef11-8409-000d3a4b0003', name: 'Ivo Ruiz' },
    ]);
  });

  it('tells of a won deal what it has brought, and of one in an unknown currency no amount', async () => {
    const crm = fakeDynamics({
      opportunities: opportunities((row, nth) => {
        if (nth === 0) return { ...row, statecode: 1, actualvalue: 46_500, actualclosedate: '2026-11-20' };
        return nth === 1
          ? { ...row, _transactioncurrencyid_value: 'ffffffff-0000-0000-0000-000000000000' }
          : row;
      }),
    });
    const [first] = await pagesOf(crm);
    expect(first?.deals[0]?.values).toMatchObject({
      outcome: 'won',
      closedOn: '2026-11-20',
      amount: { decimal: '46500', currency: 'USD' },
    });
    expect(first?.deals[1]?.values).not.toHaveProperty('amount');
    expect(first?.problems).toEqual([
      {
        code: 'amount-unreadable',
        row: 'Example Logistics - Fleet add-on',
        field: 'amount',
        text: '15250.5',
      },
    ]);
  });

  it('has a problem where a field is of an unknown kind, and keeps the rest', async () => {
    const crm = fakeDynamics({
      opportunities: opportunities((row) => ({
        ...row,
        statecode: 7,
        estimatedclosedate: '18.12.2026',
        closeprobability: '75',
        estimatedvalue: '48.000,00',
      })),
    });
    const [first] = await pagesOf(crm);
    expect(first?.problems?.slice(0, 4).map(({ code, field }) => [code, field])).toEqual([
      ['stage-unknown', 'outcome'],
      ['amount-unreadable', 'amount'],
      ['value-unreadable', 'crmProbability'],
      ['date-unreadable', 'closeOn'],
    ]);
    for (const field of ['outcome', 'amount', 'crmProbability', 'closeOn'])
      expect(first?.deals[0]?.values).not.toHaveProperty(field);
    expect(first?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats' });
  });

  it.each([null, true, '1', 1.5])('calls no deal won, lost or open whose state is %j', async (statecode) => {
    const crm = fakeDynamics({ opportunities: opportunities((row) => ({ ...row, statecode })) });
    const [first] = await pagesOf(crm);
    for (const { values } of first?.deals ?? []) expect(values).not.toHaveProperty('outcome');
    expect(first?.problems?.map(({ field }) => field)).toEqual(['outcome', 'outcome']);
  });

  it('asks for no field that the organisation does not have', async () => {
    const fields = ['name', 'statecode', 'estimatedvalue', 'transactioncurrencyid'];
    const crm = fakeDynamics({ fields });
    const run = sessionOn(crm);
    await pagesOf(crm, run);
    const listing = run.calls.find(({ url }) => url.searchParams.has('$orderby'));
    expect(listing?.url.searchParams.get('$select')).toBe(
      'opportunityid,name,estimatedvalue,statecode,_transactioncurrencyid_value',
    );
    expect(listing?.url.searchParams.has('$expand')).toBe(false);
    expect(listing?.headers.get('prefer')).toBe('odata.include-annotations="*",odata.maxpagesize=500');
  });

  it('takes the stage from the opportunity where the user may not read its flow', async () => {
    const [first] = await pagesOf(fakeDynamics({ withoutFlows: true }));
    expect(first?.deals.map(({ values }) => values.stage)).toEqual(['Propose', 'Close']);
    expect(first?.deals[0]?.values).not.toHaveProperty('pipeline');
  });

  it('calls the interface of the page’s own organisation on premises', async () => {
    const crm = fakeDynamics({ address: 'https://crm.example.com/Acme/main.aspx' });
    const run = sessionOn(crm);
    const [first] = await pagesOf(crm, run);
    expect(run.calls.every(({ path }) => path.startsWith('/Acme/api/data/v9.2/'))).toBe(true);
    expect(first?.deals[0]?.url).toBe(
      'https://crm.example.com/Acme/main.aspx?pagetype=entityrecord&etn=opportunity&id=8d2b1c7e-5a41-ef11-8409-000d3a4b5c01',
    );
  });

  it('follows no next page to another origin', async () => {
    const crm = fakeDynamics();
    const away = {
      ...crm,
      answer: (call: Parameters<typeof crm.answer>[0]) => {
        const body = crm.answer(call) as Row;
        return '@odata.nextLink' in body
          ? { ...body, '@odata.nextLink': 'https://evil.example/api/data/v9.2/opportunities?a=1' }
          : body;
      },
    };
    await expect(pagesOf(away)).rejects.toMatchObject({ reason: 'layout-unknown' });
  });
});

describe('the history of a flow', () => {
  const flow = (traversedpath: string[]) => {
    const crm = fakeDynamics();
    const ids = traversedpath.map((digit) => `55555555-2a41-ef11-8409-000d3a4b000${digit}`);
    return {
      ...crm,
      answer: (call: Parameters<typeof crm.answer>[0]) => {
        const body = crm.answer(call) as Row;
        if (!call.path.endsWith('/opportunitysalesprocesses')) return body;
        const [row] = body['value'] as Row[];
        return { value: [{ ...row, traversedpath: ids.join(','), _activestageid_value: ids.at(-1) }] };
      },
    };
  };
  const historyOf = async (path: string[]) =>
    (await pagesOf(flow(path)))
      .filter(({ phase }) => phase === 'history')
      .flatMap(({ histories = [] }) => histories);

  it('is stated where every change has its instant', async () => {
    expect(await historyOf(['1', '2'])).toEqual([
      {
        id: '8d2b1c7e-5a41-ef11-8409-000d3a4b5c01',
        history: {
          fields: ['stage'],
          until: '2026-11-26T12:00:00.000Z',
          changes: [{ field: 'stage', from: 'Qualify', to: 'Develop', at: '2026-10-27T14:03:10.000Z' }],
        },
      },
    ]);
    expect((await historyOf(['1']))[0]?.history.changes).toEqual([]);
  });

  it('is not stated where more stages were left than there are instants', async () => {
    expect(await historyOf(['1', '2', '3'])).toEqual([]);
  });
});
