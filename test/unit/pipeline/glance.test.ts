import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { Deal } from '../../../lib/deal/deal';
import type { CurrencyRate } from '../../../lib/deal/settings';
import type { GlanceOptions } from '../../../lib/pipeline/columns/glance-of-columns';
import type { MoneySum } from '../../../lib/pipeline/glance';
import { glanceByColumns } from './columns-of';
import { glanceOf as glanceOfObjects, type Stray } from './glance-of-objects';

const rates: CurrencyRate[] = [
  { from: 'EUR', to: 'DKK', on: '2026-01-01', rate: '7.45' },
  { from: 'EUR', to: 'DKK', on: '2026-03-01', rate: '7.46' },
];
const options: GlanceOptions = {
  today: '2026-03-10',
  fiscal: { period: 'quarter', yearStartMonth: 1 },
  rates,
  reportingCurrency: 'DKK',
};

let made = 0;
function deal(values: Partial<Deal>): Deal {
  made += 1;
  const id = String(made).padStart(4, '0');
  return {
    key: `crm|crm.example.com|${id}`,
    crm: 'crm',
    tenant: 'crm.example.com',
    host: 'crm.example.com',
    id,
    outcome: 'open',
    currency: 'DKK',
    amountExact: true,
    sources: {},
    seenAt: '2026-03-09T08:00:00.000Z',
    seenVia: 'page',
    contentHash: id,
    ...values,
  };
}

function stray(values: Partial<Deal>, fingerprint: string): Stray {
  return { ...deal(values), fingerprint };
}

const ways = [
  ['columns', glanceByColumns],
  ['objects', glanceOfObjects],
] as const;

describe.each(ways)('a glance of %s', (_, glanceOf) => {
  it('shows an empty store as empty, not as an error', () => {
    const glance = glanceOf([], [], { ...options, reportingCurrency: undefined });
    expect(glance).toMatchObject({
      today: '2026-03-10',
      deals: 0,
      period: { start: '2026-01-01', end: '2026-04-01', index: 1, fiscalYear: 2026 },
      won: { minor: 0, n: 0, currency: 'USD', apart: [], withoutAmount: 0, approximate: 0 },
      topDeals: [],
      completeness: {
        openRead: 0,
        openTotal: undefined,
        oldestSeenAt: undefined,
        unidentified: 0,
        uncounted: 0,
        unlisted: 0,
      },
    });
  });

  it('does not say that nothing is won where no won deal was ever read, and no list of all deals', () => {
    const isUnread = (deals: Deal[], more: Partial<GlanceOptions> = {}) =>
      glanceOf(deals, [], { ...options, ...more }).won.isUnread;
    const removed = deal({ outcome: 'won', closedOn: '2026-02-01', removedAt: '2026-03-01T00:00:00.000Z' });
    expect(isUnread([deal({})])).toBe(true);
    expect(isUnread([deal({}), removed, deal({ outcome: 'lost' })])).toBe(true);
    expect(isUnread([deal({}), deal({ outcome: 'won', closedOn: '2024-05-01' })])).toBeUndefined();
    expect(isUnread([deal({}), deal({ outcome: 'won' })])).toBeUndefined();
    expect(isUnread([deal({})], { isAllListed: true })).toBeUndefined();
  });

  it('counts as won what was closed in the period: its first day inside, its end outside', () => {
    const won = (closedOn: string | null, amountMinor: number) =>
      deal({ outcome: 'won', closedOn, amountMinor });
    const glance = glanceOf(
      [
        won('2025-12-31', 1),
        won('2026-01-01', 10),
        won('2026-03-31', 100),
        won('2026-04-01', 1000),
        won(null, 10000),
        deal({ outcome: 'lost', closedOn: '2026-02-01', amountMinor: 1000000 }),
      ],
      [],
      options,
    );
    expect(glance.won).toMatchObject({ minor: 110, n: 2 });
    expect(glance).toMatchObject({ wonWithoutDate: 1, wonByCloseDate: 0, open: { n: 0 } });
  });

  it('lets the close date stand in where no closing day is shown, and says for how many of the period', () => {
    const won = { outcome: 'won', amountMinor: 100 } as const;
    const glance = glanceOf(
      [
        deal({ ...won, closeOn: '2026-02-01' }),
        deal({ ...won, closeOn: '2026-03-11' }),
        deal({ ...won, closeOn: '2025-02-01' }),
        deal({ ...won, closedOn: null, closeOn: '2026-02-01' }),
        deal({ ...won, closedOn: '2025-02-01', closeOn: '2026-02-01' }),
      ],
      [],
      options,
    );
    expect(glance).toMatchObject({ won: { minor: 100, n: 1 }, wonByCloseDate: 1, wonWithoutDate: 2 });
  });

  it('says how many of the won deals are dated after today', () => {
    const won = (closedOn: string) => deal({ outcome: 'won', amountMinor: 100, closedOn });
    const ahead = [dayText((dayNumber(options.today) ?? 0) + 1), '2026-03-31', '2026-04-01'];
    const glance = glanceOf([won(options.today), ...ahead.map(won)], [], options);
    // The last one is of the next period, in which it will be counted.
    expect(glance).toMatchObject({ won: { minor: 300, n: 3 }, wonAhead: 2 });
  });

  it('converts won deals at the rate of their closing day and open ones at that of today', () => {
    const euros = { currency: 'EUR', amountMinor: 10000 };
    const glance = glanceOf(
      [
        deal({ ...euros, outcome: 'won', closedOn: '2026-02-28' }),
        deal({ ...euros, outcome: 'won', closedOn: '2026-03-01' }),
        deal(euros),
      ],
      [],
      options,
    );
    expect(glance.won.minor).toBe(74500 + 74600);
    expect(glance.open.minor).toBe(74600);
    expect(glanceOf([deal(euros)], [], { ...options, today: '2025-12-31' }).open).toMatchObject({
      minor: 0,
      n: 0,
      apart: [{ unit: 'EUR', minor: 10000, n: 1 }],
    });
  });

  it('keeps apart, and never adds, what has no rate or shows only a sign', () => {
    const glance = glanceOf(
      [
        deal({ amountMinor: 100 }),
        deal({ amountMinor: 200, currency: 'USD' }),
        deal({ amountMinor: 300, currency: 'USD' }),
        deal({ amountMinor: 400, currency: null, currencySymbol: '$' }),
        deal({ amountMinor: 500, currency: null }),
        deal({ amountMinor: null }),
        deal({ amountMinor: 700, currency: 'GBP', amountExact: false }),
        deal({ amountMinor: 7, amountExact: false }),
      ],
      [],
      options,
    );
    expect(glance.open).toEqual({
      minor: 107,
      currency: 'DKK',
      n: 2,
      apart: [
        { unit: 'USD', minor: 500, n: 2 },
        { unit: 'GBP', minor: 700, n: 1 },
        { unit: '~\ncrm.example.com', minor: 500, n: 1 },
        { unit: '~$\ncrm.example.com', minor: 400, n: 1 },
      ],
      withoutAmount: 1,
      approximate: 1,
    });
  });

  it("weights by the CRM's own probabilities, rounded deal by deal, and counts those without", () => {
    const glance = glanceOf(
      [
        deal({ amountMinor: 10050, crmProbability: 0.35 }),
        deal({ amountMinor: 10050, crmProbability: 0.35 }),
        deal({ amountMinor: 100, crmProbability: 0 }),
        deal({ amountMinor: 999 }),
        deal({ amountMinor: 999, crmProbability: null }),
        deal({ amountMinor: 50, crmProbability: 0.5, currency: 'USD' }),
        deal({}),
      ],
      [],
      options,
    );
    expect(glance.weighted).toMatchObject({
      minor: 7036,
      n: 3,
      apart: [{ unit: 'USD', minor: 25, n: 1 }],
      withoutProbability: 2,
      withoutAmount: 1,
    });
  });

  it('has removed deals nowhere, and those without an outcome in no sum', () => {
    const gone = { removedAt: '2026-03-01T08:00:00.000Z', amountMinor: 5 };
    const { outcome: _, ...unknown } = deal({ amountMinor: 7 });
    const glance = glanceOf(
      [deal(gone), unknown, deal({ outcome: null, amountMinor: 9 })],
      [stray(gone, 'number:1'), stray(gone, 'hash:1')],
      options,
    );
    expect(glance).toMatchObject({ deals: 2, withoutOutcome: 2, open: { minor: 0, n: 0 } });
    expect(glance.completeness).toMatchObject({ openRead: 0, unidentified: 0, uncounted: 0 });
  });

  it('counts rows without id that show a number, and no others', () => {
    const glance = glanceOf(
      [deal({ amountMinor: 1 })],
      [stray({ amountMinor: 10 }, 'number:4711'), stray({ amountMinor: 100 }, 'hash:ab')],
      { ...options, openTotal: 46 },
    );
    expect(glance.open).toMatchObject({ minor: 11, n: 2 });
    expect(glance.deals).toBe(3);
    expect(glance.completeness).toMatchObject({ openRead: 2, openTotal: 46, unidentified: 1, uncounted: 1 });
  });

  it('says how many deals in its sums the last complete listing did not name, and no total that leaves them out', () => {
    const before = '2026-03-01T08:00:00Z';
    const since = '2026-03-02T08:00:00.000Z';
    const deals = [
      deal({ key: 'a', seenAt: before }),
      deal({ key: 'b', seenAt: since }),
      deal({ key: 'c', seenAt: before, removedAt: since }),
      deal({ key: 'd', seenAt: before, outcome: 'lost' }),
      deal({ key: 'e', seenAt: before, tenant: 'other.example.com' }),
    ];
    const tenant = deal({}).tenant;
    const listed = { ...options, openTotal: 46, listedSince: new Map([[tenant, since]]) };
    expect(glanceOf(deals, [], listed).completeness).toMatchObject({
      openRead: 3,
      openTotal: undefined,
      unlisted: 1,
    });
    expect(glanceOf(deals.slice(1), [], listed).completeness).toMatchObject({ openTotal: 46, unlisted: 0 });
    const rows = [stray({ seenAt: before }, 'number:1'), stray({ seenAt: before }, 'hash:ab')];
    expect(glanceOf([], rows, listed).completeness.unlisted).toBe(1);
    expect(glanceOf(deals, [], { ...options, openTotal: 46 }).completeness.openTotal).toBe(46);
  });

  it('says how old the oldest read of an open deal is', () => {
    const glance = glanceOf(
      [
        deal({ seenAt: '2026-03-02T08:00:00Z' }),
        deal({ seenAt: '2026-03-02T08:00:00.500Z' }),
        deal({ outcome: 'lost', seenAt: '2020-01-01T00:00:00Z' }),
      ],
      [],
      options,
    );
    expect(glance.completeness.oldestSeenAt).toBe('2026-03-02T08:00:00Z');
  });

  it('sums in the currency of most open deals where none is set, of equally many in the first by name', () => {
    const currencyOf = (deals: Deal[]) =>
      glanceOf(deals, [], { ...options, reportingCurrency: undefined }).open.currency;
    const [usd, eur] = [{ currency: 'USD' }, { currency: 'EUR' }];
    expect(currencyOf([deal(usd), deal(usd), deal(eur)])).toBe('USD');
    expect(currencyOf([deal(usd), deal(eur)])).toBe('EUR');
    expect(currencyOf([deal({ ...usd, outcome: 'won' }), deal({ ...usd, outcome: 'won' }), deal(eur)])).toBe(
      'EUR',
    );
    expect(currencyOf([deal({ ...usd, outcome: 'won' }), deal({ currency: null })])).toBe('USD');
  });

  it('puts the largest five open deals first by their worth in one currency, then those that stand apart', () => {
    const deals = [
      deal({ name: 'a', amountMinor: 100 }),
      deal({ name: 'b', amountMinor: 20, currency: 'EUR' }),
      deal({ name: 'usd', amountMinor: 10 ** 9, currency: 'USD' }),
      deal({ name: 'c', amountMinor: 100 }),
      deal({ name: 'won', amountMinor: 10 ** 9, outcome: 'won' }),
      deal({ name: 'none', amountMinor: null }),
    ];
    const namesOf = (list: Deal[]) => glanceOf(list, [], options).topDeals.map(({ name }) => name);
    expect(namesOf(deals)).toEqual(['b', 'a', 'c', 'usd']);
    expect(namesOf(deals.toReversed())).toEqual(['b', 'a', 'c', 'usd']);
    const more = [1, 2, 3].map((amountMinor) => deal({ name: String(amountMinor), amountMinor }));
    expect(namesOf([...more, ...deals])).toEqual(['b', 'a', 'c', '3', '2']);
  });

  it('gives what is empty to the page as undefined, and a sign only where there is no code', () => {
    const [top] = glanceOf(
      [deal({ name: null, owner: null, amountMinor: 1, currencySymbol: 'kr.' })],
      [],
      options,
    ).topDeals;
    expect(top).toMatchObject({
      name: undefined,
      owner: undefined,
      currency: 'DKK',
      currencySymbol: undefined,
    });
  });

  it('leaves out of every sum an amount that would make it inexact', () => {
    const huge = { amountMinor: Number.MAX_SAFE_INTEGER };
    expect(glanceOf([deal(huge), deal(huge)], [], options).open).toMatchObject({
      minor: Number.MAX_SAFE_INTEGER,
      n: 1,
      withoutAmount: 1,
    });
  });
});

describe.each(ways)('a glance of %s, whatever the deals', (_, glanceOf) => {
  const anyDeal: fc.Arbitrary<Partial<Deal>> = fc.record(
    {
      outcome: fc.constantFrom('open', 'won', 'lost', null),
      amountMinor: fc.option(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), { freq: 4 }),
      amountExact: fc.boolean(),
      currency: fc.constantFrom('DKK', 'EUR', 'USD', null),
      currencySymbol: fc.constantFrom('$', 'kr.'),
      tenant: fc.constantFrom('crm.example.com', 'b.example.com'),
      crmProbability: fc.constantFrom(0, 0.25, 0.35, 1, null),
      closedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-15', '2026-03-31', '2026-04-01', null),
      removedAt: fc.constantFrom('2026-03-01T08:00:00.000Z'),
    },
    { requiredKeys: ['outcome', 'currency'] },
  );
  const deals = fc.array(anyDeal, { maxLength: 30 }).map((list) => list.map((each) => deal(each)));

  it('does not depend on the order of the deals', () => {
    const shuffled = deals.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom('DKK', undefined), ([list, others], reportingCurrency) => {
        const set = { ...options, reportingCurrency };
        expect(glanceOf(others, [], set)).toEqual(glanceOf(list, [], set));
      }),
    );
  });

  it('has every deal in exactly one place', () => {
    const placed = (sum: MoneySum) =>
      sum.n + sum.withoutAmount + sum.apart.reduce((n, apart) => n + apart.n, 0);
    fc.assert(
      fc.property(deals, (list) => {
        const glance = glanceOf(list, [], options);
        const present = list.filter(({ removedAt }) => removedAt === undefined);
        const count = (outcome: Deal['outcome']) => present.filter((each) => each.outcome === outcome).length;
        expect(placed(glance.open)).toBe(count('open'));
        expect(placed(glance.weighted) + glance.weighted.withoutProbability).toBe(count('open'));
        expect(placed(glance.won)).toBeLessThanOrEqual(count('won') - glance.wonWithoutDate);
        expect(count('open') + count('won') + count('lost') + glance.withoutOutcome).toBe(glance.deals);
      }),
    );
  });

  it('adds up over any split of the deals', () => {
    fc.assert(
      fc.property(deals, fc.nat(30), (list, at) => {
        const all = glanceOf(list, [], options);
        const [left, right] = [
          glanceOf(list.slice(0, at), [], options),
          glanceOf(list.slice(at), [], options),
        ];
        for (const sum of ['won', 'open', 'weighted'] as const) {
          expect(left[sum].minor + right[sum].minor).toBe(all[sum].minor);
          expect(left[sum].n + right[sum].n).toBe(all[sum].n);
          const aparts = [...left[sum].apart, ...right[sum].apart];
          for (const apart of all[sum].apart) {
            const parts = aparts.filter(({ unit }) => unit === apart.unit);
            expect(parts.reduce((minor, part) => minor + part.minor, 0)).toBe(apart.minor);
          }
        }
      }),
    );
  });

  it('of a scope is that of its owners’ deals, but for how much of the pipeline was read', () => {
    const owned = deals.chain((list) =>
      fc.tuple(
        ...list.map((each) => fc.constantFrom('Ada', 'Bo', null).map((owner) => ({ ...each, owner }))),
      ),
    );
    fc.assert(
      fc.property(owned, (list) => {
        const scope = { id: 'team:North', owners: ['Ada', 'Nobody'] };
        const { completeness, deals: n, topDeals, ...sums } = glanceOf(list, [], { ...options, scope });
        const own = glanceOf(
          list.filter(({ owner }) => owner === 'Ada'),
          [],
          { ...options, isAllListed: true },
        );
        const all = glanceOf(list, [], options);
        expect({ completeness, n }).toEqual({ completeness: all.completeness, n: all.deals });
        expect(topDeals).toEqual(own.topDeals);
        const { isUnread: _, ...won } = sums.won;
        expect([sums.scope, won, sums.open, sums.weighted]).toEqual([
          'team:North',
          own.won,
          own.open,
          own.weighted,
        ]);
        expect(sums.withoutOutcome).toBe(own.withoutOutcome);
      }),
    );
  });

  it('has the target of its scope, in its own currency', () => {
    const target = {
      scope: 'all',
      period: '2026-01-01/2026-04-01',
      from: '2026-01-01',
      amountMinor: 100,
      currency: 'EUR',
    };
    const of = (targets: (typeof target)[]) => glanceByColumns([], [], { ...options, targets }).targetMinor;
    expect(of([target])).toBe(746);
    expect(of([{ ...target, currency: 'USD' }])).toBeUndefined();
    expect(of([{ ...target, scope: 'person:Ada' }])).toBeUndefined();
  });

  it('sums what a pocket calculator would', () => {
    fc.assert(
      fc.property(deals, (list) => {
        const kroner = list.filter(
          (each) => each.currency === 'DKK' && each.outcome === 'open' && each.removedAt === undefined,
        );
        const glance = glanceOf(kroner, [], { ...options, rates: [] });
        expect(glance.open.minor).toBe(
          kroner.reduce((sum, { amountMinor }) => sum + Math.max(0, amountMinor ?? 0), 0),
        );
      }),
    );
  });
});
