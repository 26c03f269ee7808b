import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHistories } from '../../../lib/forecast/recurring/account-histories';
import type { OpenRecurring } from '../../../lib/forecast/recurring/recurring-book';
import type { RecurringDeal } from '../../../lib/forecast/recurring/recurring-deal';
import { recurringFlows } from '../../../lib/forecast/recurring/recurring-flows';
import { recurringMoves } from '../../../lib/forecast/recurring/recurring-moves';

/*
 * Which renewal is of which contract, worked by hand. Contracts of one account are won in January 2025 for a year; flows
 * are those of 2026. Each case: what was there + new + expansion + unmatched - contraction - churned = what is there then.
 */
const T1 = contract('T1', 3000);
const T2 = contract('T2', 2000);

function contract(id: string, annualMinor: number, facts: Partial<RecurringDeal> = {}): RecurringDeal {
  return {
    id,
    account: 'A',
    kind: 'new',
    outcome: 'won',
    closedOn: '2025-01-15',
    endOn: '2026-01-15',
    annualMinor,
    ...facts,
  };
}

function renewal(id: string, annualMinor: number, facts: Partial<RecurringDeal> = {}): RecurringDeal {
  return contract(id, annualMinor, {
    kind: 'renewal',
    closedOn: '2026-01-10',
    endOn: '2027-01-15',
    ...facts,
  });
}

function open(id: string, annualMinor: number, closeOn: string | null): OpenRecurring {
  return { id, account: 'A', kind: 'renewal', annualMinor, closeOn };
}

function year(closed: readonly RecurringDeal[], toCome: readonly OpenRecurring[] = [], asOf = '2027-01-01') {
  const histories = accountHistories({ closed, open: toCome }, asOf);
  const {
    start,
    new: fresh,
    expansion,
    contraction,
    churned,
    renewal: renewed,
    unmatched,
    end,
  } = recurringFlows(recurringMoves(histories), { start: '2026-01-01', end: asOf });
  expect(start + fresh + expansion + unmatched - contraction - churned).toBe(end);
  const flows = { start, new: fresh, expansion, contraction, churned, renewed, unmatched, end };
  return {
    // What is 0 is left out.
    flows: Object.fromEntries(Object.entries(flows).filter(([, minor]) => minor !== 0)),
    isUnsure: histories.some((one) => one.isUnsure),
    coming: histories.flatMap(({ coming }) => coming).map(({ minor, renewal: by }) => [minor, by?.id]),
  };
}

describe('two contracts that end on one day', () => {
  it('two renewals: each has its own, 3000 + 2000 = 5000 go on', () => {
    const { flows, isUnsure } = year([
      T1,
      T2,
      renewal('R1', 3000),
      renewal('R2', 2000, { closedOn: '2026-01-12' }),
    ]);
    expect(flows).toEqual({ start: 5000, renewed: 5000, end: 5000 });
    expect(isUnsure).toBe(false);
  });

  it('two renewals that are re-priced: 3000 to 3300 is +300, 2000 to 1900 is -100', () => {
    // 3300 / 3000 = 1.1 and 2000 / 1900 = 1.05 are within a quarter; 3300 / 2000 = 1.65 and 3000 / 1900 = 1.58 are not.
    const { flows, isUnsure } = year([T1, T2, renewal('R1', 1900), renewal('R2', 3300)]);
    // Renewed: 3000 of 3300, and 1900.
    expect(flows).toEqual({ start: 5000, expansion: 300, contraction: 100, renewed: 4900, end: 5200 });
    expect(isUnsure).toBe(false);
  });

  it('two renewals that nothing tells apart: the smaller change is shown, and it is said that it is not sure', () => {
    // 4000 is near neither 3000 (1.33) nor 2000; 1500 is near neither 2000 (1.33) nor 3000. Smallest change: 2000 to 1500.
    // Then 3000 to 4000: +1000 - 500. The other reading, 3000 to 1500 and 2000 to 4000, is +2000 - 1500: also 5500.
    const { flows, isUnsure } = year([T1, T2, renewal('R1', 4000), renewal('R2', 1500)]);
    expect(flows).toEqual({ start: 5000, expansion: 1000, contraction: 500, renewed: 4500, end: 5500 });
    expect(isUnsure).toBe(true);
  });

  it('a product that is stated of both tells them apart, whatever the price', () => {
    // Support 3000 to 1500, licences 2000 to 4000: renewed 1500 + 2000.
    const { flows, isUnsure } = year([
      { ...T1, product: 'Support' },
      { ...T2, product: 'Licences' },
      renewal('R1', 4000, { product: 'Licences' }),
      renewal('R2', 1500, { product: 'Support' }),
    ]);
    expect(flows).toEqual({ start: 5000, expansion: 2000, contraction: 1500, renewed: 3500, end: 5500 });
    expect(isUnsure).toBe(false);
  });

  it('so does a name that goes on, its year and the customer’s name left out', () => {
    const { flows, isUnsure } = year([
      { ...T1, name: 'Acme – support 2025' },
      { ...T2, name: 'Acme – licences 2025' },
      renewal('R1', 4000, { name: 'Acme: renewal of licences 2026' }),
      renewal('R2', 1500, { name: 'Acme: renewal of support 2026' }),
    ]);
    expect(flows).toEqual({ start: 5000, expansion: 2000, contraction: 1500, renewed: 3500, end: 5500 });
    expect(isUnsure).toBe(false);
  });

  it('contracts that are the same leave no doubt: whichever goes with which, it is +200 and -100', () => {
    const twins = [contract('T1', 1000), contract('T2', 1000)];
    const { flows, isUnsure } = year([...twins, renewal('R1', 1200), renewal('R2', 900)]);
    expect(flows).toEqual({ start: 2000, expansion: 200, contraction: 100, renewed: 1900, end: 2100 });
    expect(isUnsure).toBe(false);
  });

  it('one larger deal takes the place of both: 5500 for 5000 is +500, and nothing is lost', () => {
    const { flows, isUnsure } = year([T1, T2, renewal('R', 5500)]);
    expect(flows).toEqual({ start: 5000, expansion: 500, renewed: 5000, end: 5500 });
    expect(isUnsure).toBe(false);
  });

  it('one deal of 3800 for both is -1200: it is neither’s price and not less than both', () => {
    const { flows } = year([T1, T2, renewal('R', 3800)]);
    expect(flows).toEqual({ start: 5000, contraction: 1200, renewed: 3800, end: 3800 });
  });

  it('a small one goes with the large one: 3500 for 3000 and 400 is +100', () => {
    // 3500 is 500 from 3000 and 100 from 3400.
    const { flows } = year([T1, contract('T2', 400), renewal('R', 3500)]);
    expect(flows).toEqual({ start: 3400, expansion: 100, renewed: 3400, end: 3500 });
  });

  it('one deal at the price of one, or near it, is of that one: the other is not renewed', () => {
    expect(year([T1, T2, renewal('R', 3000)]).flows).toEqual({
      start: 5000,
      churned: 2000,
      renewed: 3000,
      end: 3000,
    });
    // 3200 is 200 from 3000 and 1800 from 5000.
    expect(year([T1, T2, renewal('R', 3200)]).flows).toEqual({
      start: 5000,
      expansion: 200,
      churned: 2000,
      renewed: 3000,
      end: 3200,
    });
  });

  it('a product that is the one’s alone keeps the other apart, unless the price is just that of both', () => {
    const [support, licences] = [
      { ...T1, product: 'Support' },
      { ...T2, product: 'Licences' },
    ];
    expect(year([support, licences, renewal('R', 4500, { product: 'Support' })]).flows).toEqual({
      start: 5000,
      expansion: 1500,
      churned: 2000,
      renewed: 3000,
      end: 4500,
    });
    expect(year([support, licences, renewal('R', 5000, { product: 'Support' })]).flows).toEqual({
      start: 5000,
      renewed: 5000,
      end: 5000,
    });
  });

  it('an open renewal of its own keeps a contract for it: the won one is not of both', () => {
    // As of 12 January: 3000 to 3800 is +800; the other 2000 are in force, and their renewal is to come.
    const { flows, coming } = year(
      [T1, T2, renewal('R1', 3800)],
      [open('R2', 2000, '2026-01-14')],
      '2026-01-12',
    );
    expect(flows).toEqual({ start: 5000, expansion: 800, renewed: 3000, end: 5800 });
    expect(coming).toEqual([
      [2000, 'R2'],
      [3800, undefined],
    ]);
  });

  it('neither is renewed: 5000 are lost on the day of the end', () => {
    expect(year([T1, T2]).flows).toEqual({ start: 5000, churned: 5000 });
    expect(year([T1, T2], [], '2026-01-15').flows).toEqual({ start: 5000, end: 5000 });
    expect(year([T1, T2], [], '2026-01-16').flows).toEqual({ start: 5000, churned: 5000 });
  });

  it('one renewal that is lost is of both, one at the price of the first is of that one', () => {
    const lost = (annualMinor: number) => renewal('R', annualMinor, { outcome: 'lost' });
    expect(year([T1, T2, lost(5000)], [], '2026-01-12').flows).toEqual({ start: 5000, churned: 5000 });
    expect(year([T1, T2, lost(3000)], [], '2026-01-12').flows).toEqual({
      start: 5000,
      churned: 3000,
      end: 2000,
    });
  });
});

describe('one contract', () => {
  const T = contract('T', 5000);

  it('two renewals in its place: 3000 + 2000 = 5000, whenever the second comes', () => {
    const split = [T, renewal('R1', 3000), renewal('R2', 2000, { closedOn: '2026-02-20' })];
    expect(year(split).flows).toEqual({ start: 5000, renewed: 5000, end: 5000 });
    // In between 3000 are renewed and 2000 go on; as long as the second is not known 2000 are gone.
    expect(year(split, [], '2026-02-01').flows).toEqual({
      start: 5000,
      contraction: 2000,
      renewed: 3000,
      end: 3000,
    });
  });

  it('two renewals of more: 3000 + 2600 for 5000 is +600', () => {
    const { flows } = year([T, renewal('R1', 3000), renewal('R2', 2600)]);
    expect(flows).toEqual({ start: 5000, expansion: 600, renewed: 5000, end: 5600 });
  });

  it('a second renewal of one that is renewed in full is of nothing that is known', () => {
    // 4800 is 5000 re-priced: nearer to it than 4800 + 2000.
    const { flows } = year([T, renewal('R1', 4800), renewal('R2', 2000, { closedOn: '2026-02-20' })]);
    expect(flows).toEqual({ start: 5000, contraction: 200, renewed: 4800, unmatched: 2000, end: 6800 });
  });

  it('renewed early: days before the end, or years before it where nothing else is there', () => {
    const early = (closedOn: string) => year([T, renewal('R', 5500, { closedOn })]).flows;
    const expected = { expansion: 500, renewed: 5000, end: 5500 };
    expect(early('2026-01-02')).toEqual({ start: 5000, ...expected });
    const long = contract('T', 5000, { endOn: '2029-01-15' });
    expect(year([long, renewal('R', 5500, { closedOn: '2026-03-01' })]).flows).toEqual({
      start: 5000,
      ...expected,
    });
  });

  it('renewed late: up to 90 days after the end it has gone on, later it was lost and came back', () => {
    // 15 January + 90 days = 15 April.
    const late = (closedOn: string, asOf?: string) =>
      year([T, renewal('R', 5500, { closedOn, endOn: '2027-04-15' })], [], asOf).flows;
    expect(late('2026-04-15')).toEqual({ start: 5000, expansion: 500, renewed: 5000, end: 5500 });
    expect(late('2026-04-16')).toEqual({ start: 5000, churned: 5000, unmatched: 5500, end: 5500 });
    // Nobody knows before.
    expect(late('2026-04-15', '2026-04-15')).toEqual({ start: 5000, churned: 5000 });
  });

  it('by the month, half a month after the end is late and a month after it is the next one', () => {
    const months = [
      contract('M0', 100, { closedOn: '2025-12-31', endOn: '2026-01-31' }),
      renewal('M1', 110, { closedOn: '2026-02-05', endOn: '2026-02-28' }),
      renewal('M2', 100, { closedOn: '2026-03-04', endOn: '2026-03-31' }),
    ];
    // 100 to 110 is +10, 110 to 100 is -10: the last one is not of the first one, whose price it has. Then the end.
    expect(year(months, [], '2026-03-15').flows).toEqual({
      start: 100,
      expansion: 10,
      contraction: 10,
      renewed: 200,
      end: 100,
    });
    expect(year(months).flows).toEqual({
      start: 100,
      expansion: 10,
      contraction: 10,
      churned: 100,
      renewed: 200,
    });
  });

  it('another product is renewed as well, where it is the only one: 5000 to 6500 is +1500', () => {
    const { flows, isUnsure } = year([{ ...T, product: 'Basic' }, renewal('R', 6500, { product: 'Plus' })]);
    expect(flows).toEqual({ start: 5000, expansion: 1500, renewed: 5000, end: 6500 });
    expect(isUnsure).toBe(false);
  });

  it('lost in the first round and won in the second, it was not lost', () => {
    const lost = renewal('R1', 5000, { outcome: 'lost', closedOn: '2026-01-05' });
    expect(year([T, lost, renewal('R2', 4500)]).flows).toEqual({
      start: 5000,
      contraction: 500,
      renewed: 4500,
      end: 4500,
    });
  });

  it('a renewal that is lost after the end ends it with its end', () => {
    const lost = renewal('R', 5000, { outcome: 'lost', closedOn: '2026-03-01' });
    expect(year([T, lost], [], '2026-02-01').flows).toEqual({ start: 5000, churned: 5000 });
    expect(year([T, lost]).flows).toEqual({ start: 5000, churned: 5000 });
  });
});

describe('contracts that end at different times', () => {
  const spring = contract('T1', 1000, { endOn: '2026-03-01' });
  const summer = contract('T2', 1100, { endOn: '2026-06-01' });

  it('the day counts before the price: 1100 in February is the one of March, raised', () => {
    // Spring 1000 to 1100, +100; summer 1100 to 1210, +110.
    const raised = [
      renewal('R1', 1100, { closedOn: '2026-02-25' }),
      renewal('R2', 1210, { closedOn: '2026-05-28' }),
    ];
    const { flows, isUnsure } = year([spring, summer, ...raised]);
    expect(flows).toEqual({ start: 2100, expansion: 210, renewed: 2100, end: 2310 });
    expect(isUnsure).toBe(false);
  });

  it('an open renewal is of the one that it comes near, and of one contract only', () => {
    const { coming } = year([spring, summer], [open('R', 1200, '2026-05-20')], '2026-02-01');
    expect(coming).toEqual([
      [1100, 'R'],
      [1000, undefined],
    ]);
  });

  it('an open renewal without a date is of what ends first', () => {
    const { coming } = year([spring, summer], [open('R', 1500, null)], '2026-02-01');
    expect(coming).toEqual([
      [1000, 'R'],
      [1100, undefined],
    ]);
  });

  it('a renewal is as near to one as to the other: which one is not sure', () => {
    // 2 April is 16 days after 17 March, and 16 before 18 April. 2500 is near neither 1000 nor 1900 (1.32).
    const near = [
      contract('T1', 1000, { endOn: '2026-03-17' }),
      contract('T2', 1900, { endOn: '2026-04-18' }),
    ];
    const { flows, isUnsure } = year([...near, renewal('R', 2500, { closedOn: '2026-04-02' })]);
    // The smaller change: 1900 to 2500 is +600, and 1000 is lost.
    expect(flows).toEqual({ start: 2900, expansion: 600, churned: 1000, renewed: 1900, end: 2500 });
    expect(isUnsure).toBe(true);
  });
});

it('contracts without an end: a renewal is of one of them, or of both where its price is that of both', () => {
  const endless = [contract('T1', 3000, { endOn: null }), contract('T2', 2000, { endOn: null })];
  expect(year([...endless, renewal('R', 3300)]).flows).toEqual({
    start: 5000,
    expansion: 300,
    renewed: 3000,
    end: 5300,
  });
  expect(year([...endless, renewal('R', 5500)]).flows).toEqual({
    start: 5000,
    expansion: 500,
    renewed: 5000,
    end: 5500,
  });
});

describe('a chain of renewals', () => {
  const on = (closedOn: string, endOn: string | null) => ({ closedOn, endOn });

  it('each long before the end of the one before: 3000, then 3300, then 3600 are 3600', () => {
    // On 10 January 2027 B is in force and A is not: A was renewed by B a year before. 3000 + 300 + 300 = 3600.
    const { flows, isUnsure } = year(
      [
        contract('A', 3000, on('2025-01-10', '2027-12-31')),
        renewal('B', 3300, on('2026-01-10', '2028-12-31')),
        renewal('C', 3600, on('2027-01-10', '2029-12-31')),
      ],
      [],
      '2027-06-01',
    );
    expect(flows).toEqual({ start: 3000, expansion: 600, renewed: 6300, end: 3600 });
    expect(isUnsure).toBe(false);
  });

  it.each([
    // 100 + 20 - 15 = 105.
    { prices: [100, 120, 105], flows: { start: 120, contraction: 15, renewed: 105, end: 105 } },
    { prices: [100, 100, 100], flows: { start: 100, renewed: 100, end: 100 } },
  ])('without ends goes by the order, and is sure: $prices', ({ prices, flows: expected }) => {
    const { flows, isUnsure } = year(
      prices.map((price, nth) => {
        const facts = on(`${2024 + nth}-02-01`, null);
        return nth === 0 ? contract('N0', price, facts) : renewal(`N${nth}`, price, facts);
      }),
    );
    expect(flows).toEqual(expected);
    expect(isUnsure).toBe(false);
  });

  it('whose price rises and falls again without ends: 100, 100, 150, 100 are 100', () => {
    // As of 2027 the last is of 2026: 150 in force before, 150 - 50 = 100.
    const { flows, isUnsure } = year(
      [100, 100, 150, 100].map((price, nth) => {
        const facts = on(`${2023 + nth}-02-01`, null);
        return nth === 0 ? contract('N0', price, facts) : renewal(`N${nth}`, price, facts);
      }),
    );
    expect(flows).toEqual({ start: 150, contraction: 50, renewed: 100, end: 100 });
    expect(isUnsure).toBe(false);
  });

  it('of 48 deals by the month without ends: 100 are in force', () => {
    const deals = Array.from({ length: 48 }, (_, nth) => {
      const facts = on(Temporal.PlainDate.from('2022-12-01').add({ months: nth }).toString(), null);
      const id = `M${String(nth).padStart(2, '0')}`;
      return nth === 0 ? contract(id, 100, facts) : renewal(id, 100, facts);
    });
    // From December 2022 on, 48 months: eleven of 2026, each renews 100.
    const { flows, isUnsure } = year(deals);
    expect(flows).toEqual({ start: 100, renewed: 1100, end: 100 });
    expect(isUnsure).toBe(false);
  });
});

it('40 contracts that end on one day and 40 renewals, each with its product: 40 × 100 are renewed', () => {
  const products = Array.from({ length: 40 }, (_, nth) => `P${String(nth).padStart(2, '0')}`);
  const { flows, isUnsure } = year([
    ...products.map((product) => contract(`T${product}`, 100, { product })),
    ...products.toReversed().map((product, nth) => renewal(`R${nth}`, 100, { product })),
  ]);
  expect(flows).toEqual({ start: 4000, renewed: 4000, end: 4000 });
  expect(isUnsure).toBe(false);
});

it('a chain whose truth is known has the last price, whatever it cost and whenever it was renewed', () => {
  const link = fc.record({
    price: fc.constantFrom(100, 105, 120, 150, 400),
    // Days until the next is won, and by how many the end comes after that; below 0 it is late.
    gap: fc.integer({ min: 100, max: 900 }),
    ahead: fc.integer({ min: -40, max: 900 }),
    hasEnd: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 8 }), (links) => {
      let closes = Temporal.PlainDate.from('2015-01-01');
      let lastEnd = closes;
      const deals = links.map(({ price, gap, ahead, hasEnd }, nth) => {
        const next = closes.add({ days: gap });
        const stated = next.add({ days: ahead });
        // A renewal runs longer than what it renews.
        const end = Temporal.PlainDate.compare(stated, lastEnd) > 0 ? stated : lastEnd.add({ days: 1 });
        const facts = { closedOn: closes.toString(), endOn: hasEnd ? end.toString() : null };
        if (hasEnd) lastEnd = end;
        closes = next;
        return nth === 0 ? contract('C0', price, facts) : renewal(`C${nth}`, price, facts);
      });
      const asOf = Temporal.PlainDate.from(deals.at(-1)?.closedOn ?? '2015-01-01').add({ days: 1 });
      const histories = accountHistories({ closed: deals, open: [] }, asOf.toString());
      const moves = recurringMoves(histories);
      const { end } = recurringFlows(moves, { start: '2000-01-01', end: asOf.toString() });
      expect(end).toBe(links.at(-1)?.price);
      expect(histories.map(({ isUnsure }) => isUnsure)).toEqual([false]);
    }),
  );
});
