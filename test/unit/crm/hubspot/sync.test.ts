import { describe, expect, it } from 'vitest';
import { pagesOf, recorded, reply, sessionOn } from '../sync/fake-crm';
import { fakeHubspot, recordedDeals } from './fake-hubspot';

type Row = Record<string, unknown>;

/** A recorded deal with other properties. */
const deal = (change: Readonly<Record<string, string>>, nth = 0, objectId?: unknown): Row => {
  const row = recordedDeals()[nth] ?? {};
  const properties = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, { value }]));
  return {
    objectId: objectId ?? row['objectId'],
    properties: { ...(row['properties'] as Row), ...properties },
  };
};

describe('the sync of a HubSpot', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [first, second] = await pagesOf(fakeHubspot());
    expect(first).toMatchObject({ phase: 'deals', done: 2, total: 3, openTotal: 2, problems: [] });
    expect(first?.deals[0]).toEqual({
      id: '18210045501',
      url: 'https://app-eu1.hubspot.com/contacts/245000001/record/0-3/18210045501',
      at: '2026-11-26T12:00:00.000Z',
      values: {
        name: 'Example Dental - 40 seats',
        amount: { decimal: '48000', currency: 'USD' },
        recurring: { decimal: '4000', currency: 'USD' },
        recurringPeriod: 'month',
        kind: 'new',
        team: 'AE EMEA',
        stage: 'Contract Sent',
        pipeline: 'Sales Pipeline',
        outcome: 'open',
        crmProbability: 0.9,
        forecastCategory: 'Best case',
        owner: 'Mara Lind',
        createdBy: 'Ivo Ruiz',
        source: null,
        createdOn: '2026-08-04',
        closeOn: '2026-12-18',
        closedOn: null,
        stageSince: '2026-10-27',
        lastActivityOn: '2026-11-19',
        nextStep: 'Security review call',
        nextStepOn: null,
        lostReason: null,
      },
    });
    expect(first?.deals[1]?.values).toMatchObject({
      amount: { decimal: '15250.5', currency: 'EUR' },
      recurring: null,
      stage: 'Decision Maker Bought-In',
      closeOn: '2026-11-28',
      owner: 'Tomas Eng',
      createdBy: 'Mara Lind',
    });
    // A property without a value is left out: the amount is empty.
    expect(second?.deals[0]?.values).toMatchObject({
      amount: null,
      stage: 'Closed Lost',
      outcome: 'lost',
      closeOn: '2026-10-30',
      closedOn: '2026-10-30',
      lostReason: 'Went with in-house tool',
    });
  });

  it('states the stages of every pipeline, with chances and outcomes', async () => {
    const [first] = await pagesOf(fakeHubspot());
    expect(first?.stages).toHaveLength(10);
    expect(first?.stages?.slice(5, 8)).toEqual([
      {
        pipeline: 'Sales Pipeline',
        stage: 'Closed Won',
        name: 'Closed Won',
        order: 5,
        probability: 1,
        outcome: 'won',
      },
      {
        pipeline: 'Sales Pipeline',
        stage: 'Closed Lost',
        name: 'Closed Lost',
        order: 6,
        probability: 0,
        outcome: 'lost',
      },
      {
        pipeline: 'Renewals',
        stage: 'Due in 90 days',
        name: 'Due in 90 days',
        order: 0,
        probability: 0.5,
        outcome: 'open',
      },
    ]);
    expect(first?.people?.map(({ name }) => name)).toEqual(['Mara Lind', 'Tomas Eng', 'Ivo Ruiz']);
  });

  it('says nothing of stages and owners where their names are not to be had', async () => {
    const pages = await pagesOf(fakeHubspot({ hasPublic: false }));
    const [first] = pages;
    expect(first?.deals[0]?.values).not.toHaveProperty('stage');
    expect(first?.deals[0]?.values).not.toHaveProperty('owner');
    expect(first?.deals[0]?.values).toMatchObject({ outcome: 'open', amount: { decimal: '48000' } });
    expect(first?.problems).toEqual([]);
    expect(
      pages.flatMap(({ histories = [] }) => histories.flatMap(({ history }) => history.fields)),
    ).not.toContain('stage');
  });

  it('has a problem where a field is of an unknown kind or names what is not there, and keeps the rest', async () => {
    const odd = deal({
      amount: '48,000',
      dealstage: 'dreaming',
      closedate: '2026-12-18',
      hubspot_owner_id: '7',
      hs_is_closed: 'maybe',
      hs_deal_stage_probability: '90',
    });
    const [first] = await pagesOf(fakeHubspot({ deals: [odd] }));
    expect(first?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['stage-unknown', 'outcome'],
      ['amount-unreadable', 'amount'],
      ['stage-unknown', 'stage'],
      ['value-unreadable', 'crmProbability'],
      ['value-unreadable', 'owner'],
      ['date-unreadable', 'closeOn'],
    ]);
    expect(first?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats' });
    for (const field of ['outcome', 'amount', 'stage', 'closeOn', 'closedOn', 'owner'])
      expect(first?.deals[0]?.values).not.toHaveProperty(field);
  });

  it('goes on after the last id where a search goes no farther', async () => {
    const one = deal({}, 1);
    const many = Array.from({ length: 10_120 }, (_, nth) => ({ ...one, objectId: 1000 + nth }));
    const crm = fakeHubspot({ deals: many, pageSize: 100, objects: {} });
    const run = sessionOn(crm);
    const listing = (await pagesOf(crm, run)).filter(({ phase }) => phase === 'deals');
    expect(listing.flatMap(({ deals }) => deals.map(({ id }) => id))).toEqual(
      many.map(({ objectId }) => String(objectId)),
    );
    const offsets = run.calls.flatMap(({ body }) => (body as { offset?: number } | undefined)?.offset ?? []);
    expect(Math.max(...offsets)).toBe(9900);
    expect(listing.at(-1)).toMatchObject({ done: 10_120, total: 10_120 });
  });

  it('ends where a search comes in another order than asked for', async () => {
    const crm = fakeHubspot({ deals: recordedDeals().toReversed() });
    await expect(pagesOf(crm)).rejects.toMatchObject({ reason: 'layout-unknown' });
  });

  it('takes an id beyond 2^53 for none, and says so', async () => {
    const deals = [...recordedDeals(), deal({}, 0, Number('9007199254740993'))];
    const pages = await pagesOf(fakeHubspot({ deals }));
    expect(pages.flatMap(({ problems = [] }) => problems)).toEqual([
      { code: 'row-unreadable', row: 'row 4' },
    ]);
  });

  it('asks once more with the cookie of now where the old one is refused', async () => {
    let cookie = 'hubspotapi-csrf=stale';
    const crm = fakeHubspot({ cookie: () => cookie });
    const run = sessionOn(crm, {
      instead: () => {
        cookie = 'hubspotapi-csrf=s3cret';
        return undefined;
      },
    });
    const pages = await pagesOf(crm, run);
    expect(pages.flatMap(({ deals }) => deals)).toHaveLength(3);
    expect(JSON.stringify(pages)).not.toContain('s3cret');
  });

  it('stops where nobody is signed in, and on a page that names no portal', async () => {
    await expect(pagesOf(fakeHubspot({ cookie: () => '' }))).rejects.toMatchObject({ reason: 'signed-out' });
    const elsewhere = { ...fakeHubspot(), address: 'https://app-eu1.hubspot.com/login' };
    await expect(pagesOf(elsewhere)).rejects.toMatchObject({ reason: 'layout-unknown' });
  });

  it('reads deals where their past may not be read', async () => {
    const crm = fakeHubspot();
    const run = sessionOn(crm, {
      instead: (_, __, { path }) => (path.endsWith('/batch') ? reply(403) : undefined),
    });
    const pages = await pagesOf(crm, run);
    expect(pages.flatMap(({ deals }) => deals)).toHaveLength(3);
    expect(pages.some(({ histories }) => histories !== undefined)).toBe(false);
  });
});

describe('the history of a HubSpot', () => {
  const objectOf = (change: (properties: Record<string, Row>) => Row): Row => {
    const all = recorded('hubspot', 'internal-inbounddb-batch') as Record<string, Row>;
    const object = all['18210045501'] ?? {};
    return { '18210045501': { ...object, properties: change(object['properties'] as Record<string, Row>) } };
  };
  const historyOf = async (objects?: Row) =>
    (await pagesOf(fakeHubspot(objects === undefined ? {} : { objects }))).flatMap(
      ({ histories = [] }) => histories,
    );

  it('is made of the versions of every property, the oldest first', async () => {
    const [first, second] = await historyOf();
    expect(first).toEqual({
      id: '18210045501',
      history: {
        fields: ['stage', 'outcome', 'owner', 'closeOn', 'amount'],
        until: '2026-11-26T12:00:00.000Z',
        changes: [
          {
            field: 'stage',
            from: 'Appointment Scheduled',
            to: 'Qualified To Buy',
            at: '2026-09-16T12:00:01.000Z',
          },
          { field: 'stage', from: 'Qualified To Buy', to: 'Contract Sent', at: '2026-10-27T14:03:10.000Z' },
          { field: 'closeOn', from: '2026-11-30', to: '2026-12-18', at: '2026-10-27T14:03:10.000Z' },
          {
            field: 'amount',
            from: { decimal: '30000' },
            to: { decimal: '48000' },
            at: '2026-10-27T14:03:10.000Z',
          },
        ],
      },
    });
    // One version alone: it never changed.
    expect(second?.history).toMatchObject({ fields: ['stage', 'outcome', 'amount'], changes: [] });
  });

  it('leaves a property out of which one version is not understood', async () => {
    const [first] = await historyOf(
      objectOf(({ dealstage, ...rest }) => {
        const [newest, ...older] = (dealstage?.['versions'] ?? []) as Row[];
        return { ...rest, dealstage: { ...dealstage, versions: [newest, { ...older[0], value: 'gone' }] } };
      }),
    );
    expect(first?.history.fields).toEqual(['owner', 'closeOn', 'amount']);
  });

  it('leaves amounts out whose currency has changed', async () => {
    const version = (value: string, timestamp: number) => ({ value, timestamp });
    const [first] = await historyOf(
      objectOf((properties) => ({
        ...properties,
        deal_currency_code: { value: 'USD', versions: [version('USD', 2), version('EUR', 1)] },
      })),
    );
    expect(first?.history.fields).not.toContain('amount');
  });
});
