import { describe, expect, it } from 'vitest';
import { pagesOf, reply, sessionOn } from '../sync/fake-crm';
import { fakePipedrive, recordedChanges, recordedDeals } from './fake-pipedrive';

type Row = Record<string, unknown>;

const deal = (change: Row, nth = 0): Row => ({ ...recordedDeals()[nth], ...change });
const change = (key: string, from: unknown, to: unknown, time: string): Row => ({
  field_key: key,
  old_value: from,
  new_value: to,
  time,
});

describe('the sync of a Pipedrive', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [first, second] = await pagesOf(fakePipedrive());
    expect(first?.deals).toEqual([
      {
        id: '1041',
        url: 'https://acme.pipedrive.com/deal/1041',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Dental - 40 seats',
          account: 'Example Dental Group',
          amount: { decimal: '48000', currency: 'USD' },
          recurring: { decimal: '4000', currency: 'USD' },
          recurringPeriod: 'month',
          pipeline: 'New business',
          stage: 'Proposal Made',
          outcome: 'open',
          crmProbability: 0.75,
          owner: 'Mara Lind',
          createdOn: '2026-08-04',
          closeOn: '2026-12-18',
          closedOn: null,
          stageSince: '2026-10-27',
          lostReason: null,
        },
      },
      {
        id: '1042',
        url: 'https://acme.pipedrive.com/deal/1042',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Logistics - Fleet add-on',
          account: 'Example Logistics AB',
          amount: { decimal: '15250.5', currency: 'EUR' },
          recurring: null,
          pipeline: 'New business',
          stage: 'Negotiations Started',
          outcome: 'open',
          // Of its stage: it has none of its own.
          crmProbability: 0.9,
          owner: 'Tomas Eng',
          createdOn: '2026-06-15',
          closeOn: '2026-11-28',
          closedOn: null,
          stageSince: '2026-11-05',
          lostReason: null,
        },
      },
    ]);
    expect(second?.deals.map(({ id, values }) => [id, values])).toEqual([
      [
        '1043',
        {
          name: 'Example Foods - Renewal FY27',
          amount: { decimal: '0', currency: 'GBP' },
          recurring: null,
          pipeline: 'New business',
          stage: 'Demo Scheduled',
          outcome: 'lost',
          crmProbability: 0.5,
          owner: 'Mara Lind',
          createdOn: '2026-05-02',
          closeOn: '2026-10-15',
          closedOn: '2026-10-30',
          stageSince: '2026-07-01',
          lostReason: 'Went with in-house tool',
        },
      ],
    ]);
    expect([first, second].flatMap((page) => page?.problems)).toEqual([]);
  });

  it('states stages under their pipelines, with chances where the pipeline has them, and people', async () => {
    const [first] = await pagesOf(fakePipedrive());
    expect(first?.stages?.[3]).toEqual({
      pipeline: 'New business',
      stage: 'Proposal Made',
      name: 'Proposal Made',
      order: 4,
      probability: 0.75,
      outcome: 'open',
    });
    expect(first?.people).toEqual([
      { id: '1201', name: 'Mara Lind', me: true },
      { id: '1202', name: 'Tomas Eng' },
      { id: '1203', name: 'Ivo Ruiz' },
    ]);
  });

  it('lists deals that were put aside once they had ended, and no others', async () => {
    const archived = [
      deal({ id: 2001, status: 'won', won_time: '2026-03-03T12:00:00Z' }),
      deal({ id: 2002 }),
    ];
    const pages = await pagesOf(fakePipedrive({ archived }));
    const listing = pages.filter(({ phase }) => phase === 'deals');
    expect(listing.flatMap(({ deals }) => deals.map(({ id }) => id))).toEqual([
      '1041',
      '1042',
      '1043',
      '2001',
    ]);
    expect(listing.at(-1)).toMatchObject({ done: 4, total: 4 });
    expect(listing.at(-1)?.deals[0]?.values).toMatchObject({ outcome: 'won', closedOn: '2026-03-03' });
  });

  it('has a problem where a field is of an unknown kind or names what is not there, and keeps the rest', async () => {
    const odd = deal({
      value: '48.000',
      status: 'paused',
      stage_id: 99,
      owner_id: 7,
      expected_close_date: 'soon',
    });
    const [first] = await pagesOf(fakePipedrive({ deals: [odd] }));
    expect(first?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['stage-unknown', 'outcome'],
      ['amount-unreadable', 'amount'],
      ['stage-unknown', 'stage'],
      ['value-unreadable', 'owner'],
      ['date-unreadable', 'closeOn'],
    ]);
    expect(first?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats' });
    for (const field of ['outcome', 'amount', 'stage', 'owner', 'closeOn'])
      expect(first?.deals[0]?.values).not.toHaveProperty(field);
  });

  it('reads deals whose companies the user may not see', async () => {
    const [first] = await pagesOf(fakePipedrive({ seesOrganisations: false }));
    expect(first?.deals).toHaveLength(2);
    expect(first?.deals[0]?.values).not.toHaveProperty('account');
  });

  it('calls nobody signed out where version 2 alone does not answer to the session', async () => {
    const crm = fakePipedrive();
    const run = sessionOn(crm, {
      instead: (_, __, { path }) => (path.startsWith('/api/v2/') ? reply(401) : undefined),
    });
    await expect(pagesOf(crm, run)).rejects.toMatchObject({ reason: 'forbidden' });
  });

  it('stops before it asks for anything where nobody is signed in', async () => {
    const crm = fakePipedrive({ hasToken: false });
    const run = sessionOn(crm);
    await expect(pagesOf(crm, run)).rejects.toMatchObject({ reason: 'signed-out' });
    expect(run.calls).toEqual([]);
  });

  it('keeps what it shows to the server out of what it yields', async () => {
    expect(JSON.stringify(await pagesOf(fakePipedrive()))).not.toContain('s3cret');
  });

  it('takes an id beyond 2^53 for none, and says so', async () => {
    const [first] = await pagesOf(fakePipedrive({ deals: [deal({ id: Number('9007199254740993') })] }));
    expect(first).toMatchObject({
      deals: [],
      done: 1,
      problems: [{ code: 'row-unreadable', row: 'row 1' }],
    });
  });
});

describe('the history of a Pipedrive', () => {
  const historyOf = async (changes: readonly Row[], now: Row = {}) =>
    (await pagesOf(fakePipedrive({ deals: [deal(now)], changes: { '1041': changes } }))).flatMap(
      ({ histories = [] }) => histories.map(({ history }) => history),
    );

  it('is made of all changes, whatever order they come in', async () => {
    const changes = [
      ...recordedChanges(),
      change('value', '30000', '48000', '2026-10-27 14:03:10'),
      change('stage_id', '1', '2', '2026-09-16 12:00:01'),
      change('user_id', '1203', '1201', '2026-08-05 08:00:00'),
    ];
    const expected = {
      fields: ['stage', 'owner', 'closeOn', 'amount'],
      until: '2026-11-26T12:00:00.000Z',
      changes: [
        { field: 'owner', from: 'Ivo Ruiz', to: 'Mara Lind', at: '2026-08-05T08:00:00.000Z' },
        { field: 'stage', from: 'Qualified', to: 'Contact Made', at: '2026-09-16T12:00:01.000Z' },
        { field: 'stage', from: 'Contact Made', to: 'Proposal Made', at: '2026-10-27T14:03:10.000Z' },
        { field: 'closeOn', from: '2026-11-30', to: '2026-12-18', at: '2026-10-27T14:03:10.000Z' },
        {
          field: 'amount',
          from: { decimal: '30000', currency: 'USD' },
          to: { decimal: '48000', currency: 'USD' },
          at: '2026-10-27T14:03:10.000Z',
        },
      ],
    };
    expect(await historyOf(changes)).toEqual([expected]);
    const shuffled = [changes[3], changes[0], changes[4], changes[2], changes[1]] as Row[];
    expect(await historyOf(shuffled)).toEqual([expected]);
  });

  it('has two changes of one instant in the order in which they happened', async () => {
    const at = '2026-10-27 14:03:10';
    const [history] = await historyOf([
      change('stage_id', '2', '4', at),
      change('stage_id', '1', '2', at),
      change('status', 'lost', 'open', at),
      change('status', 'open', 'lost', '2026-10-01 09:00:00'),
    ]);
    const told = history?.changes.map(({ field, from, to }) => [field, from, to]);
    expect(told).toEqual([
      ['outcome', 'open', 'lost'],
      ['stage', 'Qualified', 'Contact Made'],
      ['stage', 'Contact Made', 'Proposal Made'],
      ['outcome', 'lost', 'open'],
    ]);
  });

  it('leaves out what does not lead to what is now, and amounts whose currency has changed', async () => {
    const [history] = await historyOf([
      change('stage_id', '1', '2', '2026-09-16 12:00:01'),
      change('value', '30000', '48000', '2026-10-27 14:03:10'),
      change('currency', 'EUR', 'USD', '2026-10-27 14:03:10'),
    ]);
    expect(history?.fields).toEqual(['closeOn']);
  });
});
