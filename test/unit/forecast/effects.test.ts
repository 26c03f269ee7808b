import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { dealDrivers } from '../../../lib/forecast/deal-drivers';
import { forecast } from '../../../lib/forecast/forecast';
import { forecastBook } from '../../../lib/forecast/forecast-book';
import { makeBook } from '../../../lib/forecast/make-book';
import type { DealInput, HistoryInput } from '../../../lib/forecast/request';
import { drawFrom } from '../../demo/draw';
import { deal, request } from './make-request';

const FIRST = dayNumber('2025-04-01') ?? 0;
const AS_OF = dayNumber('2026-04-11') ?? 0;
const PERIOD = [{ id: 'next', start: '2026-04-11', end: '2026-05-11', target: null }];

interface World {
  /** Factor on the daily chance to win by product. */
  readonly product: Readonly<Record<'good' | 'plain', number>>;
  /** Whether a deal is won on its close date three times in four, or closes whenever it does. */
  readonly datesMean: boolean;
  readonly datesWatched: boolean;
}

/** A year of deals, five a day, each with a close date that is moved when it has passed. */
function dealsOf(world: World, seed = 3): readonly DealInput[] {
  const draw = drawFrom(seed);
  const deals: DealInput[] = [];
  for (let born = FIRST; born < AS_OF; born += 1) {
    for (let nth = 0; nth < 5; nth += 1) {
      const product = draw.chance(0.5) ? 'good' : 'plain';
      const history: HistoryInput[] = [];
      let due = born + draw.whole(10, 60);
      let facts: Partial<DealInput> = {};
      for (let day = born + 1; day < AS_OF; day += 1) {
        const isDue = day === due;
        const win = world.datesMean ? (isDue ? 0.5 : 0.002) : 0.012 * world.product[product];
        if (draw.chance(win)) facts = { status: 'won', closedAt: dayText(day), closedAmount: 1000 };
        else if (draw.chance(0.012)) facts = { status: 'lost', closedAt: dayText(day) };
        if (facts.status !== undefined) break;
        if (!isDue) continue;
        const later = day + draw.whole(10, 60);
        history.push({
          at: dayText(day),
          field: 'expectedCloseDate',
          from: dayText(due),
          to: dayText(later),
        });
        due = later;
      }
      deals.push(
        deal(`D${String(deals.length).padStart(5, '0')}`, {
          createdAt: dayText(born),
          product,
          expectedCloseDate: dayText(due),
          history: world.datesWatched ? history : [],
          ...facts,
        }),
      );
    }
  }
  return deals;
}

const asked = (deals: readonly DealInput[]) =>
  request(deals, { asOf: dayText(AS_OF), dataStart: dayText(FIRST), periods: PERIOD });
const meanOf = (deals: readonly DealInput[], of: (one: DealInput) => boolean): number => {
  const { perDeal } = forecast(asked(deals));
  const wanted = new Set(deals.filter(of).map(({ id }) => id));
  const own = perDeal.filter(({ id }) => wanted.has(id));
  return own.reduce((sum, { pWinInPeriod }) => sum + (pWinInPeriod['next'] ?? 0), 0) / own.length;
};

const SAME = { good: 1, plain: 1 };

describe('traits of a deal', () => {
  it('raise and lower its chance where they matter', () => {
    const deals = dealsOf({ product: { good: 1.6, plain: 0.4 }, datesMean: false, datesWatched: false });
    const [good, plain] = ['good', 'plain'].map((name) => meanOf(deals, ({ product }) => product === name));
    // Daily chances of 1.9 and 0.5 % against 1.2 % of being lost make 0.38 and 0.12 in 30 days.
    expect(good).toBeGreaterThan(0.3);
    expect(good).toBeLessThan(0.46);
    expect(plain).toBeGreaterThan(0.07);
    expect(plain).toBeLessThan(0.18);
  });

  it('do next to nothing where they do not', () => {
    const deals = dealsOf({ product: SAME, datesMean: false, datesWatched: false });
    const [good, plain] = ['good', 'plain'].map((name) => meanOf(deals, ({ product }) => product === name));
    expect((good ?? 0) / (plain ?? 1)).toBeGreaterThan(0.85);
    expect((good ?? 0) / (plain ?? 1)).toBeLessThan(1.18);
  });

  it('a close date says as much as it was worth, and nothing where its changes were not watched', () => {
    const isNear = ({ expectedCloseDate }: DealInput): boolean => (expectedCloseDate ?? '') < '2026-05-11';
    const ratio = (deals: readonly DealInput[]): number =>
      meanOf(deals, isNear) / meanOf(deals, (one) => !isNear(one));
    expect(ratio(dealsOf({ product: SAME, datesMean: true, datesWatched: true }))).toBeGreaterThan(2.5);
    const useless = ratio(dealsOf({ product: SAME, datesMean: false, datesWatched: true }));
    expect(useless).toBeGreaterThan(0.8);
    expect(useless).toBeLessThan(1.25);
    expect(ratio(dealsOf({ product: SAME, datesMean: true, datesWatched: false }))).toBeLessThan(1.6);
  });
});

describe('the drivers of a chance', () => {
  const deals = dealsOf({ product: { good: 1.6, plain: 0.4 }, datesMean: true, datesWatched: true });
  const book = makeBook(asked(deals));
  const span = { start: AS_OF, end: AS_OF + 30 };
  const said = forecastBook(book, { periods: [{ id: 'next', ...span, target: null }] });
  const driversOf = dealDrivers(book, { now: said.now, effects: said.learner.effects, span });

  it('multiply to the chance that is shown, from the base rate over stage and age to what is the deal’s own', () => {
    said.deals.forEach((row, at) => {
      const steps = driversOf(row);
      const chance = said.periodChances[0]?.[at] ?? -1;
      expect(steps.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(chance, 10);
      expect(steps.at(-1)?.chance).toBeCloseTo(chance, 10);
      expect(steps.slice(0, 2).map(({ name }) => name)).toEqual(['base', 'stage-and-age']);
    });
  });

  it('name slips where close dates matter, and there are none of a closed deal', () => {
    expect(driversOf(said.deals[0] ?? -1).some(({ name }) => name === 'slips')).toBe(true);
    const closed = book.closed.findIndex((day) => day < AS_OF);
    expect(driversOf(closed)).toEqual([]);
  });
});
