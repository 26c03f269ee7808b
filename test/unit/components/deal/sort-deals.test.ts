import { expect, test } from 'vitest';
import { sortDeals } from '../../../../components/deal/sort-deals';
import { aDeal } from '../a-deal';

const ids = (deals: readonly { id: string }[]) => deals.map(({ id }) => id).join(' ');

test('what is unknown comes last in both directions', () => {
  const deals = [
    aDeal(1, { crmProbability: null }),
    aDeal(2, { crmProbability: 0.2 }),
    aDeal(3, { crmProbability: 0.9 }),
  ];
  expect(ids(sortDeals(deals, { column: 'odds', descending: true }, 'en'))).toBe('3 2 1');
  expect(ids(sortDeals(deals, { column: 'odds', descending: false }, 'en'))).toBe('2 3 1');
});

test('amounts in different currencies are never compared, only grouped', () => {
  const deals = [
    aDeal(1, { amountMinor: 100, currency: 'USD' }),
    aDeal(2, { amountMinor: 5, currency: 'EUR' }),
    aDeal(3, { amountMinor: 900, currency: 'USD' }),
  ];
  expect(ids(sortDeals(deals, { column: 'amount', descending: true }, 'en'))).toBe('2 3 1');
});

test('names follow the language: Danish puts Å after Z', () => {
  const deals = [aDeal(1, { name: 'Åby' }), aDeal(2, { name: 'Zebra' }), aDeal(3, { name: 'Alfa' })];
  expect(ids(sortDeals(deals, { column: 'name', descending: false }, 'da'))).toBe('3 2 1');
});

test('closed deals are placed by the day they closed', () => {
  const deals = [
    aDeal(1, { outcome: 'won', closeOn: '2026-01-01', closedOn: '2026-05-01' }),
    aDeal(2, { outcome: 'open', closeOn: '2026-03-01' }),
  ];
  expect(ids(sortDeals(deals, { column: 'date', descending: false }, 'en'))).toBe('2 1');
});
