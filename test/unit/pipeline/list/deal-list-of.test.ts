import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deal } from '../../../../lib/deal/deal';
import { converter } from '../../../../lib/pipeline/converter';
import { sortColumns, type Sorting } from '../../../../lib/pipeline/list/deal-list';
import { countedKinds, type ListFilter } from '../../../../lib/pipeline/list/list-filter';
import { aDeal } from '../../components/a-deal';
import { glanceByColumns } from '../columns-of';
import { listByColumns } from './list-by-columns';
import { filterDeals, monthsOf, sortDeals, sumDeals } from './list-of-objects';

const today = '2026-05-19';
const rates = [{ from: 'USD', to: 'EUR', on: '2026-04-15', rate: '0.9215' }];
const valuation = { currency: 'EUR', convert: converter(rates, 'EUR'), today };
const byAmount: Sorting = { column: 'amount', descending: true };
const listOf = (deals: readonly Deal[], filter: ListFilter, sorting = byAmount, locale = 'en') =>
  listByColumns(deals, { filter, sorting, locale, rates, currency: 'EUR', today });

const day = fc.constantFrom(
  '2025-01-07',
  '2026-03-31',
  '2026-04-01',
  '2026-05-19',
  '2026-06-30',
  '2026-07-01',
);
const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.oneof(some, fc.constantFrom(null, undefined));
const anyDeal = fc.record({
  outcome: maybe(fc.constantFrom('open', 'won', 'lost')),
  amountMinor: maybe(fc.integer({ min: -1_000_000, max: 100_000_000 })),
  amountExact: fc.boolean(),
  currency: fc.constantFrom('EUR', 'USD', 'DKK', null),
  currencySymbol: fc.constantFrom(undefined, undefined, '$', 'kr.'),
  tenant: fc.constantFrom('a.example.com', 'b.example.com'),
  crmProbability: maybe(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
  closedOn: maybe(day),
  closeOn: maybe(day),
  owner: maybe(fc.constantFrom('Maja Lind', 'Ask Holm')),
  stage: maybe(fc.constantFrom('New', 'Proposal')),
  name: maybe(fc.constantFrom('Kvæk', 'Åby', 'Zebra 10', 'Zebra 9')),
  account: maybe(fc.constantFrom('Kvæk Robotics', 'Snegl')),
  seenAt: fc.constantFrom('2026-05-18T09:00:00.000Z', '2026-05-19T09:00:00.000Z'),
  removedAt: fc.constantFrom(undefined, undefined, undefined, '2026-05-01T00:00:00.000Z'),
});
const anyDeals = fc
  .array(anyDeal, { maxLength: 40 })
  .map((all) => all.map((values, id) => aDeal(id, withoutUndefined(values) as Partial<Deal>)));
const anyFilter: fc.Arbitrary<ListFilter> = fc
  .record({
    outcome: fc.constantFrom(undefined, 'open', 'won', 'lost', 'unknown'),
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    currency: fc.constantFrom(
      undefined,
      undefined,
      'EUR',
      'USD',
      '$',
      '?',
      '~$\na.example.com',
      '~\nb.example.com',
    ),
    owners: fc.constantFrom(undefined, undefined, ['Maja Lind'], ['Nobody', 'Ask Holm']),
    counted: fc.option(fc.constantFrom(...countedKinds), { nil: undefined }),
    search: fc.constantFrom(undefined, undefined, 'kvæk', 'MAJA  zebra', 'new', ' '),
  })
  .map((filter) => withoutUndefined(filter) as ListFilter);

function withoutUndefined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

describe('a list made from columns', () => {
  test('has the deals, the sum and the months that whole deals give, whatever is stored and asked for', () => {
    fc.assert(
      fc.property(anyDeals, anyFilter, (deals, filter) => {
        const list = listOf(deals, filter);
        const truth = filterDeals(deals, filter, valuation);
        expect(list.deals.map(({ id }) => id).toSorted()).toEqual(truth.map(({ id }) => id).toSorted());
        expect(list.sum).toEqual(sumDeals(truth, valuation, filter.counted === 'weighted'));
        expect(list.months).toEqual(monthsOf(truth, valuation));
        expect(list.total).toBe(filterDeals(deals, {}, valuation).length);
      }),
    );
  });

  test('stands in the order that whole deals give, by every column and both ways', () => {
    const sorting = fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() });
    fc.assert(
      fc.property(anyDeals, sorting, fc.constantFrom('en', 'da'), (deals, by, locale) => {
        const list = listOf(deals, {}, by, locale);
        // What is equal may stand in another order: compared is what the order looks at.
        const shown = (all: readonly Deal[]) => all.map((deal) => [looks(deal, by), deal.removedAt]);
        expect(shown(list.deals)).toEqual(shown(sortDeals(filterDeals(deals, {}, valuation), by, locale)));
      }),
    );
  });

  test('is exactly the deals of the popup’s figure whose filter it has', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const glance = glanceByColumns(deals, [], {
          today,
          fiscal: { period: 'quarter', yearStartMonth: 1 },
          rates,
          reportingCurrency: 'EUR',
        });
        const { start, end } = glance.period;
        const list = (filter: ListFilter) => listOf(deals, filter);
        const won = list({ outcome: 'won', from: start, to: end, counted: 'sum' });
        expect([won.sum?.minor, won.slots.length]).toEqual([glance.won.minor, glance.won.n]);
        const open = list({ outcome: 'open', counted: 'sum' });
        expect([open.sum?.minor, open.slots.length]).toEqual([glance.open.minor, glance.open.n]);
        const weighted = list({ outcome: 'open', counted: 'weighted' });
        expect([weighted.sum?.minor, weighted.slots.length]).toEqual([
          glance.weighted.minor,
          glance.weighted.n,
        ]);
        for (const { unit, n } of glance.open.apart)
          expect(list({ outcome: 'open', counted: 'apart', currency: unit }).slots.length).toBe(n);
        const n = (filter: ListFilter) => list(filter).slots.length;
        expect(n({ outcome: 'open', counted: 'no-amount' })).toBe(glance.open.withoutAmount);
        expect(n({ outcome: 'open', counted: 'no-odds' })).toBe(glance.weighted.withoutProbability);
        expect(n({ outcome: 'won', counted: 'no-date' })).toBe(glance.wonWithoutDate);
        expect(n({ outcome: 'unknown' })).toBe(glance.withoutOutcome);
        expect(n({ outcome: 'open', counted: 'rounded' })).toBe(glance.open.approximate);
        expect(n({ outcome: 'open' })).toBe(glance.completeness.openRead);
      }),
    );
  });

  test('goes on over the borders of chunks', () => {
    const deals = Array.from({ length: 3000 }, (_, id) =>
      aDeal(id, {
        outcome: 'open',
        amountMinor: (id * 7919) % 3001,
        currency: 'EUR',
        name: `Deal ${id % 50}`,
      }),
    );
    const list = listOf(deals, { search: 'deal 7' });
    const truth = sortDeals(filterDeals(deals, { search: 'deal 7' }, valuation), byAmount, 'en');
    expect(list.slots.length).toBe(300);
    expect(list.deals.map(({ amountMinor }) => amountMinor)).toEqual(
      truth.map(({ amountMinor }) => amountMinor),
    );
  });

  test('without a reporting currency nothing is summed', () => {
    const list = listByColumns([aDeal(1, { amountMinor: 1, currency: 'EUR' })], {
      filter: {},
      sorting: byAmount,
      locale: 'en',
      currency: undefined,
      today,
    });
    expect([list.sum, list.slots.length, list.hosts, list.units]).toEqual([
      undefined,
      1,
      ['crm.example.com'],
      ['EUR'],
    ]);
  });
});

/** What the order by a column looks at. */
function looks(deal: Deal, { column }: Sorting): unknown {
  switch (column) {
    case 'name':
      return deal.name ?? deal.account;
    case 'amount':
      return [deal.amountMinor, typeof deal.amountMinor === 'number' ? deal.currency : ''];
    case 'odds':
      return deal.crmProbability;
    case 'date':
      return (deal.outcome === 'open' ? undefined : deal.closedOn) ?? deal.closeOn;
    case 'read':
      return deal.seenAt;
    case 'stage':
    case 'owner':
    case 'outcome':
      return deal[column];
  }
}
