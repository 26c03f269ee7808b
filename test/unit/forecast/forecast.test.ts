import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { forecast } from '../../../lib/forecast/forecast';
import type { DealInput, ForecastRequest } from '../../../lib/forecast/request';
import { generateCompany } from '../../tools/backtest/generate-company';
import { requestOf } from '../../tools/backtest/request-of';
import { SHAPES } from '../../tools/backtest/shapes';
import { deal, request } from './make-request';

const shape = SHAPES.find(({ name }) => name === 'back and forth');
if (shape === undefined) throw new Error('no shape');
const company = generateCompany({ ...shape, newPerDay: 1, days: 420 });
const end = dayNumber(company.knownUntil) ?? 0;

function asked(asOf: number): ForecastRequest {
  const periods = [
    { id: 'near', start: dayText(asOf - 10), end: dayText(asOf + 20), target: 60_000 },
    { id: 'ahead', start: dayText(asOf + 20), end: dayText(asOf + 50), target: null },
    { id: 'over', start: dayText(asOf - 40), end: dayText(asOf - 10), target: 1000 },
  ];
  return requestOf(company, { asOf, asOfText: dayText(asOf), periods });
}

const plain = asked(end - 60);

describe('a forecast', () => {
  it('is finite, in order and not below zero, for periods begun, ahead and over', () => {
    for (const { wonToDate, p10, p50, mean, p90, pHit } of forecast(plain).forecasts) {
      expect([wonToDate, p10, p50, mean, p90].every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
      expect(p10).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p90);
      expect(p10).toBeGreaterThanOrEqual(wonToDate);
      if (pHit !== null) expect(pHit >= 0 && pHit <= 1).toBe(true);
    }
    const [, , over] = forecast(plain).forecasts;
    expect(over?.p10).toBe(over?.wonToDate);
    expect(over?.p90).toBe(over?.wonToDate);
    expect(over?.pHit).toBe(1);
  });

  it('does not depend on the order of rows, nor on what was asked before', () => {
    const again = forecast({
      ...plain,
      deals: [...plain.deals].reverse(),
      stages: [...plain.stages].reverse(),
    });
    expect(again).toEqual(forecast(plain));
  });

  it('counts in any unit of money', () => {
    const cents = (value: number | null): number | null => (value === null ? null : value * 100);
    const scaled = forecast({
      ...plain,
      deals: plain.deals.map((one) => ({
        ...one,
        amount: cents(one.amount),
        closedAmount: cents(one.closedAmount),
      })),
      periods: plain.periods.map((one) => ({ ...one, target: cents(one.target) })),
    });
    forecast(plain).forecasts.forEach((one, at) => {
      const other = scaled.forecasts[at];
      expect((other?.p50 ?? 0) / Math.max(1, one.p50)).toBeCloseTo(one.p50 > 0 ? 100 : 0, 6);
      expect((other?.p90 ?? 0) / Math.max(1, one.p90)).toBeCloseTo(one.p90 > 0 ? 100 : 0, 6);
      expect(other?.pHit ?? 0).toBeCloseTo(one.pHit ?? 0, 6);
    });
  });

  it('has one distribution: reaching the median has a chance of a half, and higher targets are hit less', () => {
    const [first] = plain.periods;
    const p50 = forecast(plain).forecasts[0]?.p50 ?? 0;
    const chance = (target: number): number =>
      forecast({
        ...plain,
        periods: [{ id: 'near', start: first?.start ?? '', end: first?.end ?? '', target }],
      }).forecasts[0]?.pHit ?? 0;
    expect(chance(p50)).toBeCloseTo(0.5, 1);
    const chances = [0, 0.5, 0.8, 1, 1.2, 1.5, 3].map((factor) => chance(p50 * factor));
    chances.forEach((one, at) => expect(one).toBeLessThanOrEqual(chances[at - 1] ?? 1));
    expect(chances[0]).toBe(1);
    expect(chances.at(-1)).toBeLessThan(0.1);
  });
});

describe('nothing of the day of the forecast or later counts', () => {
  const asOf = end - 60;
  const full = requestOf(company, { asOf: end, asOfText: company.knownUntil, periods: [] }).deals;

  it('whatever is edited there', () => {
    // The same day asked with all that came later still in the deals, and with it twisted.
    const later = (text: string | null): boolean => text !== null && (dayNumber(text) ?? 0) >= asOf;
    const twist = (one: DealInput): DealInput => {
      const stage = one.history.findLast(({ at, field }) => field === 'stage' && !later(at))?.to;
      return {
        ...one,
        stage: typeof stage === 'string' ? stage : 'S1',
        ...(later(one.closedAt)
          ? { status: one.status === 'won' ? 'lost' : 'won', closedAt: dayText(asOf), closedAmount: 9e9 }
          : {}),
        history: [
          ...one.history.filter(({ at }) => !later(at)),
          { at: dayText(asOf), field: 'stage', from: 'S1', to: 'invented' },
          { at: dayText(asOf), field: 'owner', from: null, to: 'the closer' },
        ],
      };
    };
    const edited = [...full.map(twist), deal('later', { createdAt: dayText(asOf), amount: 1e9 })];
    expect(forecast({ ...plain, deals: edited })).toEqual(
      forecast({
        ...plain,
        deals: full.map((one) => ({
          ...twist(one),
          history: twist(one).history.slice(0, -2),
          ...(later(one.closedAt) ? { status: 'open', closedAt: null, closedAmount: null } : {}),
        })),
      }),
    );
  });

  it('and owners never do', () => {
    expect(forecast({ ...plain, deals: plain.deals.map((one) => ({ ...one, owner: one.status })) })).toEqual(
      forecast(plain),
    );
  });
});

describe('what is certain', () => {
  it('a deal won in the period adds what it brought to every number', () => {
    const won = (amount: number): DealInput =>
      deal('W', { createdAt: '2026-04-02', status: 'won', closedAt: '2026-04-03', closedAmount: amount });
    const deals = Array.from({ length: 40 }, (_, at) =>
      deal(`D${at}`, {
        createdAt: '2026-03-01',
        status: at % 2 === 0 ? 'won' : 'lost',
        closedAt: '2026-03-20',
        closedAmount: 1000,
      }),
    );
    const value = (amount: number) => forecast(request([...deals, won(amount)])).forecasts[0];
    expect(value(1000)?.wonToDate).toBe(1000);
    // Only what is won to date differs, as the value of wins to come is learned from all of them.
    expect((value(1001)?.wonToDate ?? 0) - (value(1000)?.wonToDate ?? 0)).toBe(1);
    expect((value(1000)?.p10 ?? 0) >= 1000).toBe(true);
  });
});

describe('a period that is over', () => {
  const won = (id: string, closedAt: string): DealInput =>
    deal(id, { createdAt: '2019-01-10', status: 'won', closedAt, closedAmount: 700 });
  const deals = [
    won('A', '2019-06-10'),
    won('B', '2019-06-30'),
    won('C', '2019-07-01'),
    won('D', '2026-03-01'),
  ];
  const june = { id: 'June 2019', start: '2019-06-01', end: '2019-07-01', target: 1400 };

  it('has what was won in it, however long ago it was', () => {
    const [one] = forecast(request(deals, { dataStart: null, periods: [june] })).forecasts;
    expect(one).toEqual({
      period: 'June 2019',
      wonToDate: 1400,
      p10: 1400,
      p50: 1400,
      mean: 1400,
      p90: 1400,
      pHit: 1,
    });
  });

  it('says so where it began before closings were recorded: a sum that lacks some is no small landing', () => {
    const asked = (dataStart: string) =>
      forecast(request(deals.slice(2), { dataStart, periods: [june] })).forecasts[0];
    expect(asked('2019-06-15')?.remarks).toEqual([
      'closings before 2019-06-15 are missing: what they brought is not in the total',
    ]);
    expect(asked('2026-01-01')?.remarks).toHaveLength(1);
    expect(asked('2019-06-01')?.remarks).toBeUndefined();
  });
});

describe('a cold start', () => {
  const open = Array.from({ length: 20 }, (_, at) => deal(`O${at}`));
  const wins = (count: number): readonly DealInput[] =>
    Array.from({ length: count }, (_, at) =>
      deal(`W${at}`, {
        status: 'won',
        closedAt: `2026-03-${String((at % 28) + 1).padStart(2, '0')}`,
        closedAmount: 1000,
      }),
    );

  it.each([0, 1, 5, 10, 30])('with %i closed deals is an answer', (count) => {
    for (const losses of [0, count]) {
      const lost = Array.from({ length: losses }, (_, at) =>
        deal(`L${at}`, { status: 'lost', closedAt: '2026-02-20' }),
      );
      const { forecasts, perDeal, remarks } = forecast(request([...open, ...wins(count), ...lost]));
      expect(
        forecasts.every(({ p10, p90 }) => Number.isFinite(p10) && Number.isFinite(p90) && p10 <= p90),
      ).toBe(true);
      expect(
        perDeal.every(
          ({ pWin, pWinInPeriod }) =>
            pWin >= 0 &&
            pWin <= 1 &&
            (pWinInPeriod['April'] ?? -1) >= 0 &&
            (pWinInPeriod['April'] ?? 2) <= pWin + 1e-9,
        ),
      ).toBe(true);
      expect(remarks?.some((remark) => remark.startsWith('too few closed deals')) ?? false).toBe(
        count + losses < 10,
      );
    }
  });

  it.each([0.05, 0.5, 0.9, 1])(
    'with one win never shows above 60 percent where %f is configured',
    (probability) => {
      for (const age of ['2026-01-05', '2026-04-09']) {
        const deals = [...wins(1), deal('A', { createdAt: age })];
        const { perDeal } = forecast(request(deals, { stages: [{ id: 'Open', order: 1, probability }] }));
        expect(perDeal[0]?.pWin).toBeLessThanOrEqual(0.6);
      }
      const stages = ['Open', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'].map((id, order) => ({
        id,
        order,
        probability,
      }));
      const moved = deal('W', {
        status: 'won',
        closedAt: '2026-04-08',
        history: [{ at: '2026-04-06', field: 'stage', from: 'Open', to: 'Sixth' }],
      });
      const there = deal('A', {
        stage: 'Sixth',
        history: [{ at: '2026-04-07', field: 'stage', from: 'Open', to: 'Sixth' }],
      });
      expect(forecast(request([moved, there], { stages })).perDeal[0]?.pWin).toBeLessThanOrEqual(0.6);
    },
  );

  it.each([
    [
      'a quick win of yesterday',
      deal('W', { createdAt: '2026-04-09', status: 'won', closedAt: '2026-04-10' }),
      1,
    ],
    [
      'a win of months ago',
      deal('W', { createdAt: '2026-02-28', status: 'won', closedAt: '2026-03-01' }),
      0.9,
    ],
    [
      'a win after weeks',
      deal('W', { createdAt: '2026-02-28', status: 'won', closedAt: '2026-04-10' }),
      0.99,
    ],
  ])('with one win never shows above 60 percent: %s, and hardly any other deal', (_, won, probability) => {
    const stages = [{ id: 'Open', order: 1, probability }];
    for (const dataStart of [null, '2025-04-01', '2026-04-07'])
      for (const others of [[], [deal('B', { createdAt: '2025-04-10' })]]) {
        const asked = request([won, deal('A', { createdAt: '2026-04-08' }), ...others], {
          stages,
          dataStart,
        });
        for (const { pWin } of forecast(asked).perDeal) expect(pWin).toBeLessThanOrEqual(0.6);
      }
  });

  it('with all lost expects next to nothing, and says so with a range', () => {
    const lost = Array.from({ length: 60 }, (_, at) =>
      deal(`L${at}`, { status: 'lost', closedAt: `2026-03-${String((at % 28) + 1).padStart(2, '0')}` }),
    );
    const { forecasts, perDeal } = forecast(request([...open, ...lost]));
    expect(perDeal.every(({ pWin }) => pWin < 0.1)).toBe(true);
    expect(forecasts[0]?.p90).toBeGreaterThan(0);
  });

  it('says when one deal decides', () => {
    const big = deal('big', { amount: 1e6, createdAt: '2026-02-20' });
    const deals = [
      big,
      ...wins(20),
      ...Array.from({ length: 20 }, (_, at) => deal(`L${at}`, { status: 'lost', closedAt: '2026-03-10' })),
    ];
    const quarter = [{ id: 'Q', start: '2026-04-01', end: '2026-07-01', target: 500_000 }];
    const [only] = forecast(request(deals, { periods: quarter })).forecasts;
    expect(only?.remarks).toEqual(['two outcomes, decided by one deal: big']);
    expect(only?.pHit).toBeGreaterThan(0.1);
    expect(only?.pHit).toBeLessThan(0.9);
  });
});

describe('odd input', () => {
  it('never makes a number that is none', () => {
    const day = fc.integer({ min: 0, max: 150 }).map((at) => dayText(20_454 + at));
    const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
    const amount = maybe(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, 1e12, 0.01)));
    const some = fc.record({
      createdAt: day,
      stage: maybe(fc.constantFrom('Open', 'Other', 'Won')),
      stageSince: maybe(day),
      status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      amount,
      closedAt: maybe(day),
      closedAmount: amount,
      lastSeenAt: maybe(day),
      history: fc.array(
        fc.record({
          at: day,
          field: fc.constantFrom('stage', 'owner'),
          from: maybe(fc.constantFrom('Open', 'Other')),
          to: maybe(fc.constantFrom('Open', 'Third')),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (facts) => {
        const { forecasts, perDeal } = forecast(request(facts.map((one, at) => deal(`D${at}`, one))));
        for (const { p10, p50, mean, p90, pHit } of forecasts) {
          expect(
            [p10, p50, mean, p90, pHit].every((one) => one !== null && Number.isFinite(one) && one >= 0),
          ).toBe(true);
          expect(p10 <= p50 && p50 <= p90).toBe(true);
        }
        expect(perDeal.every(({ pWin }) => pWin >= 0 && pWin <= 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is named where something was odd', () => {
    const { remarks } = forecast(
      request([
        deal('A', { status: 'won' }),
        deal('B', { amount: -5 }),
        deal('C', { status: 'lost', closedAt: '2026-01-01' }),
        deal('D', { stage: 'Nobody knows' }),
      ]),
    );
    expect(remarks?.slice(1)).toEqual([
      'a negative amount: nothing to win (1)',
      'an unknown stage (1)',
      'closed before it was created: taken as closed on the day it was created (1)',
      'closed without a date: left out (1)',
    ]);
  });

  it('a won credit note lowers what is won, never below nothing, and an open one is nothing to win', () => {
    const won = (id: string, amount: number) =>
      deal(id, {
        status: 'won',
        createdAt: '2026-01-05',
        closedAt: '2026-03-02',
        amount,
        closedAmount: amount,
      });
    const now = {
      asOf: '2026-03-10',
      periods: [{ id: 'M', start: '2026-03-01', end: '2026-04-01', target: null }],
    };
    const of = (...deals: readonly DealInput[]) => forecast(request(deals, now));
    expect(of(won('A', 1000), won('B', -300)).forecasts[0]?.wonToDate).toBe(700);
    const open = of(won('A', 1000), deal('C', { amount: -5000 }), deal('D', { amount: 0 }));
    const [first, second] = open.perDeal.map(({ pWin }) => pWin);
    expect(first).toBe(second);
    expect(of(won('A', 1000), won('B', -3000)).forecasts[0]?.wonToDate).toBe(0);
    const wins = Array.from({ length: 12 }, (_, nth) => won(`W${nth}`, 1000));
    const [plain, noted] = [of(...wins), of(...wins, won('B', -300))];
    expect(noted.forecasts[0]?.wonToDate).toBe(11_700);
    // What is learned is the share that was taken back, less than 300 of 12,000.
    const left = (one: typeof plain) =>
      (one.forecasts[0]?.mean ?? NaN) - (one.forecasts[0]?.wonToDate ?? NaN);
    expect(left(noted) / left(plain)).toBeLessThan(1);
    expect(left(noted) / left(plain)).toBeGreaterThan(1 - 300 / 12_000);
    // Chances are those of before.
    expect(noted.perDeal).toEqual(plain.perDeal);
    // However much was taken back, what is to come is not below nothing.
    const more = of(...wins, won('B', -90_000)).forecasts[0];
    expect(more?.p10).toBeGreaterThanOrEqual(0);
  });

  it('learns what credit notes usually take back: a landing is what comes in the end', () => {
    const ofDay = (day: number) => dayText((dayNumber('2025-01-01') ?? 0) + day);
    // A deal a day, won after twenty days; each tenth day 3,000 of ten times 1,000 is given back.
    const deals = Array.from({ length: 400 }, (_, day) => {
      const isWon = day + 20 < 400;
      return deal(`D${day}`, {
        createdAt: ofDay(day),
        ...(isWon ? { status: 'won', closedAt: ofDay(day + 20), closedAmount: 1000 } : {}),
      });
    });
    const notes = Array.from({ length: 40 }, (_, nth) =>
      deal(`N${nth}`, {
        createdAt: ofDay(nth * 10),
        status: 'won',
        closedAt: ofDay(nth * 10),
        amount: -3000,
        closedAmount: -3000,
      }),
    );
    const asked = {
      asOf: ofDay(400),
      dataStart: ofDay(20),
      periods: [{ id: 'M', start: ofDay(400), end: ofDay(430), target: null }],
    };
    const of = (all: readonly DealInput[]) => forecast(request(all, asked)).forecasts[0];
    const [plain, noted] = [of(deals), of([...deals, ...notes])];
    // Drawn to nothing by ten wins, some 90 of which weigh.
    expect((noted?.mean ?? NaN) / (plain?.mean ?? NaN)).toBeGreaterThan(0.7);
    expect((noted?.mean ?? NaN) / (plain?.mean ?? NaN)).toBeLessThan(0.75);
  });

  it('no deals, no stages and no periods are answers too', () => {
    expect(forecast(request([], { stages: [] })).forecasts[0]).toMatchObject({
      p10: 0,
      p50: 0,
      p90: 0,
      pHit: 0,
    });
    expect(forecast(request([], { periods: [] }))).toMatchObject({ forecasts: [], perDeal: [] });
  });
});
