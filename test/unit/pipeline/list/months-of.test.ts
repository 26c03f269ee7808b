import { expect, test } from 'vitest';
import type { Deal } from '../../../../lib/deal/deal';
import { aDeal } from '../../components/a-deal';
import { listByColumns } from './list-by-columns';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const monthsOf = (deals: readonly Deal[]) =>
  listByColumns(deals, {
    filter: {},
    sorting: { column: 'amount', descending: true },
    locale: 'en',
    currency: 'EUR',
    today: '2026-05-19',
  }).months;

test('open deals stand in their expected month, won ones in the month they closed, without a gap between', () => {
  const { months, outside } = monthsOf([
    aDeal(1, { ...eur(100), outcome: 'open', closeOn: '2026-06-30' }),
    aDeal(2, { ...eur(50), outcome: 'open', closeOn: '2026-06-01' }),
    aDeal(3, { ...eur(70), outcome: 'won', closeOn: '2026-06-01', closedOn: '2026-04-30' }),
    aDeal(4, { ...eur(10), outcome: 'lost', closedOn: '2026-04-30' }),
  ]);
  expect(months).toEqual([
    { month: '2026-04', openMinor: 0, open: 0, wonMinor: 70, won: 1 },
    { month: '2026-05', openMinor: 0, open: 0, wonMinor: 0, won: 0 },
    { month: '2026-06', openMinor: 150, open: 2, wonMinor: 0, won: 0 },
  ]);
  expect(outside).toBe(0);
});

test('what no bar can hold is counted, never dropped', () => {
  const deals = [
    aDeal(1, { ...eur(1), outcome: 'open', closeOn: null }),
    aDeal(2, { ...eur(1), outcome: 'open', closeOn: '2029-01-01' }),
    aDeal(3, { ...eur(1), outcome: 'won' }),
    aDeal(4, { amountMinor: 1, currency: 'DKK', outcome: 'open', closeOn: '2026-06-01' }),
  ];
  expect(monthsOf(deals)).toEqual({ months: [], outside: 3 });
});

test('the months go over the turn of a year', () => {
  const deals = ['2025-12-31', '2026-01-01'].map((closedOn, id) =>
    aDeal(id, { ...eur(1), outcome: 'won', closedOn }),
  );
  expect(monthsOf(deals).months.map(({ month }) => month)).toEqual(['2025-12', '2026-01']);
});
