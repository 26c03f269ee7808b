import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../../lib/deal/deal';
import { chunkSize } from '../../../../lib/pipeline/columns/columns';
import { dayNumber } from '../../../../lib/pipeline/columns/day-number';
import { dayText } from '../../../../lib/pipeline/columns/day-text';
import type { GlanceOptions } from '../../../../lib/pipeline/columns/glance-of-columns';
import { instantMicros } from '../../../../lib/pipeline/columns/instant-micros';
import { sumsOf } from '../../../../lib/pipeline/columns/sums-of';
import { columnsOf, glanceByColumns } from '../columns-of';
import { glanceOf, type Stray } from '../glance-of-objects';

const today = '2026-03-10';
const days = [
  '2025-12-31',
  '2026-01-01',
  '2026-02-15',
  today,
  '2026-03-11',
  '2026-03-31',
  '2026-04-01',
  null,
];
// No two of them are one instant: which of two writings a glance shows would be chance.
const instants = [1, 2, 3, 4].map((nth) => `2026-03-0${nth}T08:00:00.00012${nth}Z`);
const tenants = ['a.example.com', 'b.example.com/x'];

/** Few values each, so that ties, empty and unknown ones are the rule and not the exception. */
const values = fc.record(
  {
    outcome: fc.constantFrom('open', 'open', 'won', 'won', 'lost', null),
    amountMinor: fc.oneof(fc.constantFrom(0, 100, 10_050, null), fc.integer({ min: -1e9, max: 1e12 })),
    amountExact: fc.boolean(),
    currency: fc.constantFrom('DKK', 'EUR', 'USD', 'JPY', null),
    currencySymbol: fc.constantFrom('$', 'kr.', '='),
    crmProbability: fc.oneof(fc.constantFrom(0, 0.35, 1, null), fc.double({ min: 0, max: 1, noNaN: true })),
    closedOn: fc.constantFrom(...days),
    closeOn: fc.constantFrom(...days),
    removedAt: fc.constantFrom('2026-03-01T08:00:00.000Z'),
    tenant: fc.constantFrom(...tenants),
    host: fc.constantFrom(...tenants),
    seenAt: fc.constantFrom(...instants),
    owner: fc.constantFrom('Ida', '', null),
    stage: fc.constantFrom('Offer', null),
  },
  { requiredKeys: [] },
);

function dealOf(given: Partial<Deal>, nth: number): Deal {
  const place = { crm: 'crm', tenant: 'a.example.com', host: 'a.example.com', id: String(nth) };
  const seen = { seenAt: '2026-03-09T08:00:00.000Z', seenVia: 'page' } as const;
  return {
    key: `crm|${String(nth * 7919).slice(-3)}|${nth}`,
    ...place,
    sources: {},
    ...seen,
    contentHash: '',
    ...given,
  };
}

const strayOf = (given: Partial<Deal>, nth: number): Stray => ({
  ...dealOf(given, 10_000 + nth),
  fingerprint: nth % 3 === 0 ? `hash:${nth}` : `number:${nth}`,
});

const options: fc.Arbitrary<GlanceOptions> = fc
  .record({
    period: fc.constantFrom('month' as const, 'quarter' as const),
    reportingCurrency: fc.constantFrom('DKK', 'EUR', undefined),
    openTotal: fc.constantFrom(undefined, 46),
    listed: fc.subarray(tenants),
    since: fc.constantFrom(...instants),
  })
  .map(({ period, listed, since, ...rest }) => ({
    ...rest,
    today,
    fiscal: { period, yearStartMonth: 1 },
    rates: [
      { from: 'EUR', to: 'DKK', on: '2026-01-01', rate: '7.45' },
      { from: 'EUR', to: 'DKK', on: '2026-02-01', rate: '7.4605' },
      { from: 'JPY', to: 'EUR', on: '2025-01-01', rate: '0.0061' },
    ],
    listedSince: new Map(listed.map((tenant) => [tenant, since])),
  }));

describe('the glance of columns', () => {
  it('is that of the deals they were made of', () => {
    const rows = fc.array(values, { maxLength: 40 });
    fc.assert(
      fc.property(rows, rows, options, (some, more, set) => {
        const deals = some.map((each, nth) => dealOf(each as Partial<Deal>, nth));
        const strays = more.map((each, nth) => strayOf(each as Partial<Deal>, nth));
        expect(glanceByColumns(deals, strays, set)).toEqual(glanceOf(deals, strays, set));
      }),
      { numRuns: 500 },
    );
  });

  it('is that of deals in several chunks, many of them as large as the largest', () => {
    const deals = Array.from({ length: 3 * chunkSize + 5 }, (_, nth) =>
      dealOf({ outcome: 'open', amountMinor: 100 + (nth % 2), currency: 'DKK' }, nth),
    );
    const set = {
      today,
      fiscal: { period: 'month', yearStartMonth: 1 },
      rates: [],
      reportingCurrency: 'DKK',
    } as const;
    const glance = glanceByColumns(deals, [], set);
    expect(glance).toEqual(glanceOf(deals, [], set));
    expect(glance.open.n).toBe(deals.length);
    const smallest = deals
      .filter(({ amountMinor }) => amountMinor === 101)
      .map(({ key }) => key)
      .toSorted();
    expect(glance.topDeals.map(({ key }) => key)).toEqual(smallest.slice(0, 5));
  });
});

describe('the sums of columns', () => {
  it('are exact beyond the numbers that a float can hold', () => {
    const huge = { outcome: 'open', amountMinor: Number.MAX_SAFE_INTEGER, currency: 'DKK' } as const;
    const [group, ...others] = [...sumsOf(columnsOf([0, 1, 2].map((nth) => dealOf(huge, nth)))).values()];
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      n: 3,
      priced: 3,
      minor: 3n * BigInt(Number.MAX_SAFE_INTEGER),
      unit: '=DKK',
    });
  });
});

describe('days and instants as numbers', () => {
  it('come back as they were, and sort as they do', () => {
    expect(dayText(dayNumber('2026-03-31'))).toBe('2026-03-31');
    expect(dayText(dayNumber('0987-12-01'))).toBe('0987-12-01');
    expect([dayNumber(undefined), dayNumber(null)]).toEqual([0, 1]);
    expect(dayNumber('0001-01-01')).toBeGreaterThan(1);
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:01.5Z', 1_500_000],
    ['1970-01-01T00:00:00.001Z', 1000],
    ['1970-01-01T00:00:00.0012Z', 1200],
    ['1970-01-01T00:00:00.000125Z', 125],
    ['1970-01-01T00:00:00.000125999Z', 125],
    ['2026-03-02T10:00:00.123456Z', 1_772_445_600_123_456],
  ])('%s is %i microseconds', (instant, micros) => {
    expect(instantMicros(instant)).toBe(micros);
  });
});
