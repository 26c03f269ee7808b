import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterDeals } from '../../../../components/deal/filter-deals';
import { sumDeals } from '../../../../components/deal/sum-deals';
import type { Deal } from '../../../../lib/deal/deal';
import { converter } from '../../../../lib/pipeline/converter';
import { glanceByColumns } from '../../pipeline/columns-of';
import { aDeal } from '../a-deal';

const today = '2026-05-19';
const rates = [{ from: 'USD', to: 'EUR', on: '2026-04-15', rate: '0.9215' }];
const valuation = { currency: 'EUR', convert: converter(rates, 'EUR'), today };

const anyDeal = fc.record({
  outcome: fc.constantFrom('open', 'won', 'lost', null, undefined),
  amountMinor: fc.option(fc.integer({ min: -1_000_000, max: 100_000_000 }), { nil: null }),
  amountExact: fc.boolean(),
  currency: fc.constantFrom('EUR', 'USD', 'DKK', null),
  crmProbability: fc.option(
    fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    { nil: null },
  ),
  closedOn: fc.constantFrom('2026-03-31', '2026-04-01', '2026-04-20', '2026-06-30', '2026-07-01', null),
  removedAt: fc.constantFrom(undefined, undefined, undefined, '2026-05-01T00:00:00.000Z'),
});

describe('the popup’s figures open exactly their deals', () => {
  test('whatever is stored', () => {
    fc.assert(
      fc.property(fc.array(anyDeal, { maxLength: 40 }), (given) => {
        const deals = given.map((values, id) => aDeal(id, values as Partial<Deal>));
        const glance = glanceByColumns(deals, [], {
          today,
          fiscal: { period: 'quarter', yearStartMonth: 1 },
          rates,
          reportingCurrency: 'EUR',
        });
        const { start, end } = glance.period;
        const list = (filter: Parameters<typeof filterDeals>[1]) => filterDeals(deals, filter, valuation);

        const won = list({ outcome: 'won', from: start, to: end, counted: 'sum' });
        expect([sumDeals(won, valuation)?.minor, won.length]).toEqual([glance.won.minor, glance.won.n]);
        const open = list({ outcome: 'open', counted: 'sum' });
        expect([sumDeals(open, valuation)?.minor, open.length]).toEqual([glance.open.minor, glance.open.n]);
        const weighted = list({ outcome: 'open', counted: 'weighted' });
        expect([sumDeals(weighted, valuation, true)?.minor, weighted.length]).toEqual([
          glance.weighted.minor,
          glance.weighted.n,
        ]);

        for (const apart of glance.open.apart) {
          const those = list({ outcome: 'open', counted: 'apart', currency: apart.unit });
          expect(those.length).toBe(apart.n);
        }
        expect(list({ outcome: 'open', counted: 'no-amount' }).length).toBe(glance.open.withoutAmount);
        expect(list({ outcome: 'open', counted: 'no-odds' }).length).toBe(glance.weighted.withoutProbability);
        expect(list({ outcome: 'won', counted: 'no-date' }).length).toBe(glance.wonWithoutDate);
        expect(list({ outcome: 'unknown' }).length).toBe(glance.withoutOutcome);
        expect(list({ outcome: 'open', counted: 'rounded' }).length).toBe(glance.open.approximate);
        expect(list({ outcome: 'open' }).length).toBe(glance.completeness.openRead);
      }),
    );
  });
});

test('search finds every word in name, account, owner, stage or number, in any case', () => {
  const deals = [
    aDeal(1, { name: 'Kvæk Robotics', owner: 'Maja Lind' }),
    aDeal(2, { name: 'Snegl', account: 'Kvæk' }),
  ];
  const found = (search: string) => filterDeals(deals, { search }, valuation).map(({ id }) => id);
  expect(found('kvæk')).toEqual(['1', '2']);
  expect(found('KVÆK maja')).toEqual(['1']);
  expect(found('  ')).toEqual(['1', '2']);
});

test('a period holds its first day and not the day after its last', () => {
  const deals = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', null].map((closeOn, id) =>
    aDeal(id, { outcome: 'open', closeOn }),
  );
  expect(filterDeals(deals, { from: '2026-04-01', to: '2026-07-01' }, valuation).map(({ id }) => id)).toEqual(
    ['1', '2'],
  );
});
