import { describe, expect, it } from 'vitest';
import { pagesOf, sessionOn } from '../sync/fake-crm';
import { fakeZoho, recordedDeals, recordedHistory } from './fake-zoho';

type Row = Record<string, unknown>;

const deal = (change: Row, nth = 0): Row => ({ ...recordedDeals()[nth], ...change });

describe('the sync of a Zoho', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [first, second] = await pagesOf(fakeZoho());
    expect(first?.deals).toEqual([
      {
        // As a number it would have become another one.
        id: '564300000000412001',
        url: 'https://crm.zoho.eu/crm/org20066660007/tab/Potentials/564300000000412001',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Dental - 40 seats',
          account: 'Example Dental Group',
          amount: { decimal: '48000', currency: 'USD' },
          stage: 'Proposal/Price Quote',
          pipeline: 'Standard (Standard)',
          outcome: 'open',
          crmProbability: 0.75,
          forecastCategory: 'Best Case',
          owner: 'Mara Lind',
          createdBy: 'Ivo Ruiz',
          kind: 'new',
          source: 'Cold Call',
          createdOn: '2026-08-04',
          closeOn: '2026-12-18',
          closedOn: null,
          lastActivityOn: '2026-11-19',
          nextStep: 'Security review call',
          lostReason: null,
        },
      },
      {
        id: '564300000000412017',
        url: 'https://crm.zoho.eu/crm/org20066660007/tab/Potentials/564300000000412017',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Logistics - Fleet add-on',
          account: 'Example Logistics AB',
          amount: { decimal: '15250.5', currency: 'EUR' },
          stage: 'Negotiation/Review',
          pipeline: 'Standard (Standard)',
          outcome: 'open',
          crmProbability: 0.9,
          forecastCategory: 'Commit',
          owner: 'Tomas Eng',
          createdBy: 'Tomas Eng',
          source: 'Partner',
          createdOn: '2026-06-15',
          closeOn: '2026-11-28',
          closedOn: null,
          lastActivityOn: '2026-11-02',
          nextStep: null,
          lostReason: null,
        },
      },
    ]);
    expect(second?.deals[0]?.values).toMatchObject({
      amount: null,
      stage: 'Closed Lost',
      outcome: 'lost',
      closeOn: '2026-10-30',
      lostReason: 'Price',
    });
    expect(second?.deals[0]?.values).not.toHaveProperty('closedOn');
    expect([first, second].flatMap((page) => page?.problems)).toEqual([]);
  });

  it('states stages with outcomes, and chances where the field has them', async () => {
    const [first] = await pagesOf(fakeZoho());
    expect(
      first?.stages?.map(({ stage, order, probability, outcome }) => [stage, order, probability, outcome]),
    ).toEqual([
      ['Qualification', 1, 0.1, 'open'],
      ['Value Proposition', 2, undefined, 'open'],
      ['Proposal/Price Quote', 3, undefined, 'open'],
      ['Negotiation/Review', 4, undefined, 'open'],
      ['Closed Won', 5, undefined, 'won'],
      ['Closed Lost', 6, undefined, 'lost'],
    ]);
    expect(first?.people).toEqual([
      { id: '564300000000101001', name: 'Mara Lind', me: true },
      { id: '564300000000101002', name: 'Tomas Eng' },
      { id: '564300000000101003', name: 'Ivo Ruiz' },
    ]);
  });

  it('goes from numbered pages to tokens, and stops where neither leads on', async () => {
    const many = Array.from({ length: 23 }, (_, nth) => deal({ id: String(9_000 + nth) }));
    const listing = await pagesOf(fakeZoho({ deals: many, histories: {} }));
    expect(listing.flatMap(({ deals }) => deals)).toHaveLength(23);
    const few = await pagesOf(fakeZoho({ deals: many.slice(0, 20), hasTokens: false, histories: {} }));
    expect(few.flatMap(({ deals }) => deals)).toHaveLength(20);
    await expect(pagesOf(fakeZoho({ deals: many, hasTokens: false }))).rejects.toMatchObject({
      reason: 'layout-unknown',
    });
  });

  it('reads an organisation without deals as one', async () => {
    const pages = await pagesOf(fakeZoho({ deals: [] }));
    // Its leads come after.
    expect(pages.filter(({ leads }) => leads === undefined)).toHaveLength(1);
    expect(pages[0]).toMatchObject({ phase: 'deals', deals: [], done: 0, total: 0 });
  });

  it('calls no deal won or lost where it is not told which stages are', async () => {
    const [first] = await pagesOf(fakeZoho({ seesPipelines: false }));
    expect(first?.deals[0]?.values).toMatchObject({
      stage: 'Proposal/Price Quote',
      pipeline: 'Standard (Standard)',
    });
    expect(first?.deals[0]?.values).not.toHaveProperty('outcome');
    expect(first?.problems).toEqual([]);
  });

  it('counts an amount by its sign where the organisation has one currency', async () => {
    const { Currency: _, ...single } = deal({});
    const [first] = await pagesOf(fakeZoho({ deals: [single] }));
    expect(first?.deals[0]?.values.amount).toEqual({ decimal: '48000', symbol: '$' });
  });

  it('has a problem where a field is of an unknown kind or a stage is in no pipeline, and keeps the rest', async () => {
    const odd = deal({
      Amount: '48.000',
      Stage: 'Dreaming',
      Closing_Date: '18/12/2026',
      Owner: 'Mara',
      Probability: 175,
    });
    const [first] = await pagesOf(fakeZoho({ deals: [odd] }));
    expect(first?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['stage-unknown', 'outcome'],
      ['amount-unreadable', 'amount'],
      ['value-unreadable', 'crmProbability'],
      ['value-unreadable', 'owner'],
      ['date-unreadable', 'closeOn'],
    ]);
    expect(first?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats', stage: 'Dreaming' });
    for (const field of ['outcome', 'amount', 'closeOn', 'owner', 'crmProbability'])
      expect(first?.deals[0]?.values).not.toHaveProperty(field);
  });

  it('takes an id that came as a number beyond 2^53 for none, and says so', async () => {
    const pages = await pagesOf(fakeZoho({ deals: [deal({ id: Number('564300000000412001') })] }));
    expect(pages[0]).toMatchObject({
      deals: [],
      done: 1,
      problems: [{ code: 'row-unreadable', row: 'row 1' }],
    });
  });

  it('asks for no field that the organisation does not have', async () => {
    const crm = fakeZoho({ fields: ['Deal_Name', 'Stage', 'Amount'] });
    const run = sessionOn(crm);
    await pagesOf(crm, run);
    const listing = run.calls.find(({ path }) => path === '/crm/v8/Deals');
    expect(listing?.url.searchParams.get('fields')).toBe('Deal_Name,Amount,Stage');
  });

  it('stops where nobody is signed in, and yields nothing of what the page keeps', async () => {
    await expect(pagesOf(fakeZoho({ token: '' }))).rejects.toMatchObject({ reason: 'signed-out' });
    expect(JSON.stringify(await pagesOf(fakeZoho()))).not.toContain('s3cret');
  });
});

describe('the history of a Zoho', () => {
  const historyOf = async (rows: readonly Row[]) =>
    (await pagesOf(fakeZoho({ deals: [deal({})], histories: { '564300000000412001': rows } }))).flatMap(
      ({ histories = [] }) => histories.map(({ history }) => history),
    );

  it('is made of the stages that were left, the oldest first', async () => {
    const expected = {
      fields: ['stage', 'outcome'],
      until: '2026-11-26T12:00:00.000Z',
      changes: [
        { field: 'stage', from: 'Qualification', to: 'Value Proposition', at: '2026-09-16T12:00:01.000Z' },
        {
          field: 'stage',
          from: 'Value Proposition',
          to: 'Proposal/Price Quote',
          at: '2026-10-27T14:03:10.000Z',
        },
      ],
    };
    expect(await historyOf(recordedHistory())).toEqual([expected]);
    expect(await historyOf(recordedHistory().toReversed())).toEqual([expected]);
  });

  it('is not stated where a stage between is missing, or the present one', async () => {
    const [now, second, first] = recordedHistory() as [Row, Row, Row];
    for (const between of ['Trial', 'Negotiation/Review'])
      expect(await historyOf([now, { ...second, Stage: between }, first])).toEqual([]);
    expect(await historyOf([second, first])).toEqual([]);
    expect(
      await historyOf([{ ...now, Modified_Time: 'yesterday' }, { ...second, Modified_Time: 'x' }, first]),
    ).toEqual([]);
  });

  it('is read in parts of a page, and each deal’s once', async () => {
    const many = Array.from({ length: 60 }, (_, nth) => deal({ id: String(9_000 + nth) }));
    const histories = Object.fromEntries(many.map(({ id }) => [String(id), recordedHistory()]));
    const pages = await pagesOf(fakeZoho({ deals: many, pageSize: 40, histories }));
    const past = pages.filter(({ histories }) => histories !== undefined);
    expect(past.map(({ done, total }) => [done, total])).toEqual([
      [25, 60],
      [40, 60],
      [60, 60],
    ]);
    expect(past.flatMap(({ histories: some = [] }) => some.map(({ id }) => id))).toEqual(
      many.map(({ id }) => id),
    );
  });
});
