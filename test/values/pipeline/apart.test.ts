import { describe, expect, it } from 'vitest';
import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { converter } from '../../../lib/pipeline/converter';
import { factsInMaking } from '../../../lib/pipeline/facts/facts-in-making';
import type { ListFilter } from '../../../lib/pipeline/list/list-filter';
import { waterfall } from '../../../lib/pipeline/waterfall/waterfall';
import { aDeal } from '../../unit/components/a-deal';
import { glanceByColumns } from '../../unit/pipeline/columns-of';
import { listByColumns } from '../../unit/pipeline/list/list-by-columns';

/*
 * Three CRMs' deals in the second quarter of 2026. Sums are in EUR, and there is no rate.
 *
 *  deal   CRM   shown           on 1 April   now
 *   1     a     $ 100.00        80.00        open
 *   2     a     $ 250.00        the same     open
 *   3     b     $ 4,000.00                   open, created in April
 *   4     b     USD 70.00       the same     open
 *   5     c     kr. 900.00      the same     open
 *   6     a     11.00           the same     open
 *   7     b     13.00           the same     open
 *   8     b     12.00           the same     open
 *   9     a     $ 5.00          the same     won on 2 May
 *  10     b     $ 6.00          the same     won on 3 May
 *  11     a     EUR 1,000.00    the same     open
 *  12     b     $ 2.00, by code and sign: USD      open, 30 % to win, created in April
 *
 *  Open, apart: USD 70 + 2; a's dollars 100 + 250; b's without any sign 13 + 12; b's dollars 4,000; c's kr. 900; a's 11.
 *  Won, apart: a's dollars 5, b's dollars 6.
 */
const today = '2026-05-19';
const fiscal = { period: 'quarter', yearStartMonth: 1 } as const;
const [a, b, c] = ['a.example.com', 'b.example.com', 'c.example.com'] as const;
const of = (id: number, tenant: string, given: Partial<Deal>): Deal =>
  aDeal(id, {
    key: `sample|${tenant}|${id}`,
    tenant,
    // One host: what tells them apart is whose database it is.
    host: 'crm.example.com',
    outcome: 'open',
    createdOn: '2026-03-01',
    currency: null,
    ...given,
  });
const deals: readonly Deal[] = [
  of(1, a, { amountMinor: 10_000, currencySymbol: '$' }),
  of(2, a, { amountMinor: 25_000, currencySymbol: '$' }),
  of(3, b, { amountMinor: 400_000, currencySymbol: '$', createdOn: '2026-04-10' }),
  of(4, b, { amountMinor: 7_000, currency: 'USD' }),
  of(5, c, { amountMinor: 90_000, currencySymbol: 'kr.' }),
  of(6, a, { amountMinor: 1_100 }),
  of(7, b, { amountMinor: 1_300 }),
  of(8, b, { amountMinor: 1_200 }),
  of(9, a, { amountMinor: 500, currencySymbol: '$', outcome: 'won', closedOn: '2026-05-02' }),
  of(10, b, { amountMinor: 600, currencySymbol: '$', outcome: 'won', closedOn: '2026-05-03' }),
  of(11, a, { amountMinor: 100_000, currency: 'EUR' }),
  of(12, b, {
    amountMinor: 200,
    currency: 'USD',
    currencySymbol: '$',
    crmProbability: 0.3,
    createdOn: '2026-04-11',
  }),
];
const [dollarsOfA, dollarsOfB, kroner] = [`~$\n${a}`, `~$\n${b}`, `~kr.\n${c}`];
const [nothingOfA, nothingOfB] = [`~\n${a}`, `~\n${b}`];

const glance = glanceByColumns(deals, [], { today, fiscal, rates: [], reportingCurrency: 'EUR' });
const listOf = (filter: ListFilter) =>
  listByColumns(deals, {
    filter,
    sorting: { column: 'read', descending: false },
    locale: 'en',
    currency: 'EUR',
    today,
  });
const ids = (filter: ListFilter) =>
  listOf(filter)
    .deals.map(({ id }) => Number(id))
    .toSorted((one, other) => one - other);

describe('amounts that only a sign tells, of several CRMs', () => {
  it('are added within one CRM alone in the glance, and to no code', () => {
    expect([glance.open.minor, glance.open.n]).toEqual([100_000, 1]);
    expect(glance.open.apart).toEqual([
      { unit: 'USD', minor: 7_200, n: 2 },
      { unit: nothingOfB, minor: 2_500, n: 2 },
      { unit: dollarsOfA, minor: 35_000, n: 2 },
      { unit: nothingOfA, minor: 1_100, n: 1 },
      { unit: dollarsOfB, minor: 400_000, n: 1 },
      { unit: kroner, minor: 90_000, n: 1 },
    ]);
    expect(glance.won.apart).toEqual([
      { unit: dollarsOfA, minor: 500, n: 1 },
      { unit: dollarsOfB, minor: 600, n: 1 },
    ]);
    // 30 % of USD 2.
    expect(glance.weighted.apart).toEqual([{ unit: 'USD', minor: 60, n: 1 }]);
  });

  it('are compared within one CRM alone where a list is sorted by amount, behind those with a code', () => {
    const sorted = listByColumns(deals, {
      filter: { outcome: 'open' },
      sorting: { column: 'amount', descending: true },
      locale: 'en',
      currency: 'EUR',
      today,
    });
    const order = sorted.deals.map(({ id }) => Number(id));
    expect(order.slice(0, 3)).toEqual([11, 4, 12]);
    const groups = [[7, 8], [6], [2, 1], [3], [5]];
    for (const group of groups) {
      const from = order.indexOf(group[0] ?? 0);
      expect(order.slice(from, from + group.length)).toEqual(group);
    }
  });

  it('open each sum to its own deals, which the list adds up alike', () => {
    const opened = glance.open.apart.map(({ unit, minor, n }) => {
      const filter = { outcome: 'open', counted: 'apart', currency: unit } as const;
      expect(listOf(filter).sum).toMatchObject({ n: 0, apart: [{ unit, minor, n }] });
      return [unit, ids(filter)];
    });
    expect(opened).toEqual([
      ['USD', [4, 12]],
      [nothingOfB, [7, 8]],
      [dollarsOfA, [1, 2]],
      [nothingOfA, [6]],
      [dollarsOfB, [3]],
      [kroner, [5]],
    ]);
    expect(ids({ currency: dollarsOfA })).toEqual([1, 2, 9]);
    expect(listOf({}).units).toEqual(['EUR', 'USD', nothingOfA, nothingOfB, dollarsOfA, dollarsOfB, kroner]);
  });

  it('are listed of every CRM by an address that names the sign alone, and not added there either', () => {
    expect(ids({ outcome: 'open', currency: '$' })).toEqual([1, 2, 3]);
    expect(listOf({ outcome: 'open', currency: '$' }).sum?.apart).toEqual([
      { unit: dollarsOfA, minor: 35_000, n: 2 },
      { unit: dollarsOfB, minor: 400_000, n: 1 },
    ]);
    expect(ids({ currency: '?' })).toEqual([6, 7, 8]);
    expect(ids({ currency: 'USD' })).toEqual([4, 12]);
    expect(ids({ currency: `~$\n${c}` })).toEqual([]);
  });

  it('have a waterfall for each CRM, which holds its deals alone', () => {
    const at = '2026-05-04T09:00:00.000Z';
    const dearer: DealChange = {
      key: `sample|${a}|1`,
      field: 'amountMinor',
      from: 8_000,
      to: 10_000,
      units: { from: { symbol: '$' }, to: { symbol: '$' } },
      at,
      notBefore: at,
      source: 'history',
    };
    const period = fiscalPeriod(today, fiscal);
    const convert = converter([], 'EUR');
    const facts = factsInMaking({
      today,
      rest: 1,
      period,
      past: [],
      currency: 'EUR',
      convert,
      from: period.start,
    });
    for (const deal of deals) facts.add(deal, deal.id === '1' ? [dearer] : []);
    const falls = waterfall(facts.result().pairs, { members: undefined, period: undefined });
    const told = Object.fromEntries(
      falls.map(({ unit, opening, closing, bars }) => [
        unit,
        [
          opening.minor,
          ...bars.map(({ reason, minor, deals: own }) => [
            reason,
            minor,
            own.map(({ key }) => key.split('|')[2]),
          ]),
          closing.minor,
        ],
      ]),
    );
    expect(told).toEqual({
      // The won ones were open on 1 April: 80 + 250 + 5, and 6.
      [dollarsOfA]: [33_500, ['won', -500, ['9']], ['amount-up', 2_000, ['1']], 35_000],
      [dollarsOfB]: [600, ['won', -600, ['10']], ['created', 400_000, ['3']], 400_000],
      [kroner]: [90_000, 90_000],
      [nothingOfA]: [1_100, 1_100],
      [nothingOfB]: [2_500, 2_500],
      USD: [7_000, ['created', 200, ['12']], 7_200],
      EUR: [100_000, 100_000],
    });
  });
});
