import { describe, expect, it } from 'vitest';
import { pagesOf, reply, sessionOn } from '../sync/fake-crm';
import {
  fakeSalesforce,
  manyDeals,
  recordedDeals,
  recordedStates,
  type FakeSalesforce,
} from './fake-salesforce';

type Row = Record<string, unknown>;

const deal = (change: Row, nth = 0): Row => ({ ...recordedDeals()[nth], ...change });
const described = (...more: Row[]): Row[] => [
  ...Object.keys(deal({})).map((name) => ({ name, type: 'string' })),
  ...more,
];
const valuesOf = async (given: FakeSalesforce) => (await pagesOf(fakeSalesforce(given)))[0]?.deals[0]?.values;

describe('the sync of a Salesforce', () => {
  it('reads every field of a deal as the interface states it', async () => {
    const [first] = await pagesOf(fakeSalesforce());
    expect(first?.deals).toEqual([
      {
        id: '0065g00000AbC1dAAF',
        url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbC1dAAF/view',
        at: '2026-11-26T12:00:00.000Z',
        values: {
          name: 'Example Dental - 40 seats',
          account: 'Example Dental Group',
          amount: { decimal: '48000', currency: 'USD' },
          stage: 'Proposal/Price Quote',
          outcome: 'open',
          crmProbability: 0.75,
          forecastCategory: 'Best Case',
          owner: 'Mara Lind',
          createdBy: 'Ivo Ruiz',
          kind: 'new',
          source: 'Outbound',
          createdOn: '2026-08-04',
          closeOn: '2026-12-18',
          closedOn: null,
          stageSince: '2026-10-27',
          lastActivityOn: '2026-11-19',
          nextStep: 'Security review call',
        },
      },
      expect.objectContaining({ id: '0065g00000AbC1eAAF' }) as unknown,
      expect.objectContaining({ id: '0065g00000XyZ2kAAF' }) as unknown,
    ]);
    expect(first?.deals[1]?.values).toMatchObject({
      amount: { decimal: '15250.5', currency: 'EUR' },
      outcome: 'open',
    });
    expect(first?.deals[1]?.values).not.toHaveProperty('sdr');
    expect(first?.deals[2]?.values).toMatchObject({ amount: null, stage: 'Closed Lost', outcome: 'lost' });
    expect(first?.deals[2]?.values).not.toHaveProperty('closedOn');
    expect(first).toMatchObject({ problems: [], done: 3, total: 3, openTotal: 2 });
  });

  it('states stages with their outcomes, and who is signed in', async () => {
    const [first] = await pagesOf(fakeSalesforce());
    expect(first?.stages?.map(({ stage, probability, outcome }) => [stage, probability, outcome])).toEqual([
      ['Qualification', 0.1, 'open'],
      ['Value Proposition', 0.5, 'open'],
      ['Proposal/Price Quote', 0.75, 'open'],
      ['Negotiation/Review', 0.9, 'open'],
      ['Closed Won', 1, 'won'],
      ['Closed Lost', 0, 'lost'],
    ]);
    expect(first?.people).toEqual([
      { id: '0055g00000QrS4tAAF', name: 'Mara Lind', me: true },
      { id: '0055g00000QrS4uAAF', name: 'Tomas Eng' },
      { id: '0055g00000QrS4vAAF', name: 'Ivo Ruiz' },
    ]);
  });

  it('reads stages by the name that pages show, where the organisation has renamed them', async () => {
    const [first] = await pagesOf(fakeSalesforce({ deals: [deal({ StageName: 'Dreaming' })] }));
    expect(first?.deals[0]?.values).toMatchObject({ stage: 'Dreaming', outcome: 'open' });
  });

  it('reads stages in the language in which pages show them', async () => {
    const picklistValues = [{ value: 'Proposal/Price Quote', label: 'Angebot' }];
    const fields = described().map((field) =>
      field['name'] === 'StageName' ? { ...field, picklistValues } : field,
    );
    const pages = await pagesOf(fakeSalesforce({ deals: [deal({})], fields }));
    expect(pages[0]?.deals[0]?.values.stage).toBe('Angebot');
    expect(pages[0]?.stages?.map(({ stage }) => stage)).toContain('Angebot');
    expect(JSON.stringify(pages.map(({ histories }) => histories))).toContain('"to":"Angebot"');
  });

  it('stops for a day where the organisation has used up what it may ask, and says no more than that', async () => {
    const crm = fakeSalesforce();
    const limit = reply(403, JSON.stringify([{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }]));
    await expect(
      pagesOf(crm, sessionOn(crm, { instead: (nth) => (nth > 8 ? limit : undefined) })),
    ).rejects.toMatchObject({
      reason: 'busy',
    });
  });

  it('asks for no field that the organisation does not have, and counts in its one currency', async () => {
    const single = deal({});
    delete single['CurrencyIsoCode'];
    const crm = fakeSalesforce({
      deals: [single],
      currency: 'DKK',
      fields: ['Id', 'Name', 'Amount', 'StageName', 'IsClosed', 'IsWon'].map((name) => ({ name })),
    });
    const run = sessionOn(crm);
    const [first] = await pagesOf(crm, run);
    const asked = run.calls.map(({ url }) => url.searchParams.get('q') ?? '');
    expect(asked).toContain(
      'SELECT Id,Name,Amount,StageName,IsClosed,IsWon FROM Opportunity ORDER BY Id LIMIT 500',
    );
    expect(first?.deals[0]?.values.amount).toEqual({ decimal: '48000', currency: 'DKK' });
    const unknown = await valuesOf({ deals: [single], currency: null });
    expect(unknown?.amount).toEqual({ decimal: '48000' });
  });

  it('takes who found a deal, why it was lost and what recurs from the fields that are usual for them', async () => {
    const own = {
      SDR__r: { Name: 'Noor Haddad' },
      Loss_Reason__c: 'Price',
      ARR__c: 12_000,
    };
    const fields = described(
      { name: 'SDR__c', type: 'reference', relationshipName: 'SDR__r' },
      { name: 'Loss_Reason__c', type: 'picklist' },
      { name: 'ARR__c', type: 'currency' },
    );
    expect(await valuesOf({ deals: [deal(own)], fields })).toMatchObject({
      sdr: 'Noor Haddad',
      lostReason: 'Price',
      recurring: { decimal: '12000', currency: 'USD' },
      recurringPeriod: 'year',
    });
    // A text of that name is no person, and no amount.
    const texts = described({ name: 'SDR__c', type: 'string' }, { name: 'ARR__c', type: 'string' });
    const plain = await valuesOf({ deals: [deal(own)], fields: texts });
    for (const field of ['sdr', 'recurring']) expect(plain).not.toHaveProperty(field);
  });

  it('has a problem where a value is of an unknown kind, and keeps the rest', async () => {
    const odd = deal({
      Amount: '48.000',
      CloseDate: '18/12/2026',
      Owner: 'Mara',
      Probability: 175,
      IsWon: true,
    });
    const [first] = await pagesOf(fakeSalesforce({ deals: [odd] }));
    expect(first?.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['stage-unknown', 'outcome'],
      ['amount-unreadable', 'amount'],
      ['value-unreadable', 'crmProbability'],
      ['value-unreadable', 'owner'],
      ['date-unreadable', 'closeOn'],
    ]);
    expect(first?.deals[0]?.values).toMatchObject({ name: 'Example Dental - 40 seats' });
  });

  it('takes an id that is none of an opportunity, or whose letters were changed, for none', async () => {
    const [first] = await pagesOf(fakeSalesforce({ deals: [deal({ Id: '0065G00000aBC1dAAF' })] }));
    expect(first).toMatchObject({ deals: [], problems: [{ code: 'row-unreadable' }] });
  });

  it('goes on by the last id, so that what is removed meanwhile lets none be skipped', async () => {
    const crm = fakeSalesforce({ deals: manyDeals(1003), rowsPerAnswer: 200, states: [] });
    const pages = await pagesOf(crm);
    expect(pages.flatMap(({ deals }) => deals)).toHaveLength(1003);
    expect(pages.filter(({ phase }) => phase === 'deals').map(({ done }) => done)).toEqual([500, 1000, 1003]);
  });

  it('stops where nobody is signed in', async () => {
    await expect(pagesOf(fakeSalesforce({ isSignedIn: false }))).rejects.toMatchObject({
      reason: 'signed-out',
    });
  });

  it('does without leads, users and the past where the user may not read them', async () => {
    const forbidden = ['Lead', 'User', 'Organization', 'OpportunityHistory', 'OpportunityFieldHistory'];
    const pages = await pagesOf(fakeSalesforce({ forbidden }));
    expect(pages.flatMap(({ deals }) => deals)).toHaveLength(3);
    expect(pages.flatMap(({ histories = [] }) => histories)).toEqual([]);
  });

  it('never asks for more than selections of what it says', async () => {
    const crm = fakeSalesforce();
    const run = sessionOn(crm);
    await pagesOf(crm, run);
    for (const { verb, url, headers } of run.calls) {
      expect(verb).toBe('GET');
      expect(url.searchParams.get('q') ?? 'SELECT ').toMatch(/^SELECT /);
      expect(headers.get('authorization')).toBeNull();
    }
  });
});

describe('the history of a Salesforce', () => {
  const historyOf = async (given: FakeSalesforce) =>
    (await pagesOf(fakeSalesforce({ deals: [deal({})], ...given })))
      .flatMap(({ histories = [] }) => histories)
      .map(({ history }) => history)[0];
  const [first, second, third] = recordedStates() as [Row, Row, Row];

  it('is made of the states that a deal was in', async () => {
    expect(await historyOf({})).toEqual({
      fields: ['stage', 'outcome', 'closeOn', 'amount'],
      until: '2026-11-26T12:00:00.000Z',
      changes: [
        { field: 'stage', from: 'Qualification', to: 'Value Proposition', at: '2026-09-16T12:00:01.000Z' },
        {
          field: 'stage',
          from: 'Value Proposition',
          to: 'Proposal/Price Quote',
          at: '2026-10-27T14:03:10.000Z',
        },
        { field: 'closeOn', from: '2026-11-30', to: '2026-12-18', at: '2026-10-27T14:03:10.000Z' },
        {
          field: 'amount',
          from: { decimal: '30000', currency: 'USD' },
          to: { decimal: '48000', currency: 'USD' },
          at: '2026-10-27T14:03:10.000Z',
        },
      ],
    });
  });

  it('has the owners by their names, where the organisation tracks them', async () => {
    const change = (OldValue: string, NewValue: string): Row => ({
      OpportunityId: '0065g00000AbC1dAAF',
      Field: 'Owner',
      OldValue,
      NewValue,
      CreatedDate: '2026-08-10T08:00:00.000+0000',
    });
    const born: Row = { ...change('', ''), Field: 'created', OldValue: null, NewValue: null };
    const changed = [change('Ivo Ruiz', 'Mara Lind'), change('0055g00000QrS4vAAF', '0055g00000QrS4tAAF')];
    const owners = [born, ...changed];
    // Without its beginning it may be the end of a longer life.
    expect((await historyOf({ owners: changed }))?.fields).not.toContain('owner');
    const history = await historyOf({ owners });
    expect(history?.fields).toContain('owner');
    expect(history?.changes[0]).toEqual({
      field: 'owner',
      from: 'Ivo Ruiz',
      to: 'Mara Lind',
      at: '2026-08-10T08:00:00.000Z',
    });
    // One that does not end on the owner of now is not whole.
    expect((await historyOf({ owners: [born, change('Mara Lind', 'Ivo Ruiz')] }))?.fields).not.toContain(
      'owner',
    );
  });

  it('is not stated where it does not end on the present stage, or a time is none', async () => {
    expect(await historyOf({ states: [first, second] })).toBeUndefined();
    expect(
      await historyOf({ states: [first, { ...second, CreatedDate: 'yesterday' }, third] }),
    ).toBeUndefined();
  });

  it('tells when a deal was won, and taken up again', async () => {
    const won = { ...third, StageName: 'Closed Won', CreatedDate: '2026-11-02T10:00:00.000+0000' };
    const again = { ...third, CreatedDate: '2026-11-03T10:00:00.000+0000' };
    const history = await historyOf({ states: [first, second, third, won, again] });
    expect(
      history?.changes.filter(({ field }) => field === 'outcome').map(({ from, to }) => [from, to]),
    ).toEqual([
      ['open', 'won'],
      ['won', 'open'],
    ]);
  });
});
