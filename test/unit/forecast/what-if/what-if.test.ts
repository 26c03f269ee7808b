import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText } from '../../../../lib/calendar/day-text';
import type { Book } from '../../../../lib/forecast/book';
import { answerWhatIf } from '../../../../lib/forecast/what-if/answer-what-if';
import { NO_WHAT_IF } from '../../../../lib/forecast/what-if/no-what-if';
import type { SupposedDeal, WhatIf } from '../../../../lib/forecast/what-if/what-if';
import type { WhatIfGround } from '../../../../lib/forecast/what-if/what-if-ground';
import { bookOf, type Kept, keptForecast } from './kept-forecast';

const TARGET = 60_000;
const shapes = ['steady', 'losses unrecorded', 'back and forth'] as const;
const made = new Map(shapes.map((name) => [name, keptForecast(bookOf(name), TARGET)]));
const keptOf = (name: (typeof shapes)[number] = 'back and forth'): Kept => {
  const kept = made.get(name);
  if (kept === undefined) throw new Error('no such shape');
  return kept;
};
const first = (kept: Kept): WhatIfGround => kept.kept[0] ?? fail();
const fail = (): never => {
  throw new Error('no period');
};
const ask = (kept: WhatIfGround, asked: Partial<WhatIf>) => answerWhatIf(kept, { ...NO_WHAT_IF, ...asked });
/** Names of open deals, the likeliest first. */
const named = ({ placeOf, now }: WhatIfGround): readonly string[] => {
  const { chances } = answerWhatIf({ ...first(keptOf()), placeOf, now }, NO_WHAT_IF);
  return [...placeOf.keys()].toSorted((a, b) => chanceOf(b) - chanceOf(a));
  function chanceOf(name: string): number {
    return chances[placeOf.get(name) ?? 0] ?? 0;
  }
};
const only = (key: string, deal: SupposedDeal) => ({ deals: new Map([[key, deal]]) });
/** A series in place of a jump costs so much. */
const NOISE = 2e-3;

describe('a landing under suppositions', () => {
  it.each(shapes)('is the forecast to the last digit where nothing is supposed: %s', (name) => {
    const { plain, kept } = keptOf(name);
    kept.forEach((one, nth) => {
      const { forecast, deciding, chances } = ask(one, {});
      expect(forecast).toEqual(plain.forecasts[nth]);
      expect(deciding).toBe(plain.deciding[nth]);
      expect([...chances]).toEqual([...(plain.periodChances[nth] ?? [])]);
    });
  });

  it.each(['winRate', 'dealSize', 'newPipeline'] as const)(
    'has a better chance with more of it: %s',
    (name) => {
      for (const shape of shapes)
        for (const one of keptOf(shape).kept) {
          let before = -1;
          let mean = -1;
          for (const times of [0.5, 0.8, 1, 1.25, 1.6, 2]) {
            const { forecast } = ask(one, { [name]: times });
            expect(forecast.pHit ?? 0).toBeGreaterThanOrEqual(before - NOISE);
            expect(forecast.mean).toBeGreaterThan(mean);
            before = forecast.pHit ?? 0;
            ({ mean } = forecast);
          }
        }
    },
  );

  it('multiplies each open deal by the win rate, as long as there are losses to turn', () => {
    const one = first(keptOf('steady'));
    const [usual, half] = [ask(one, {}), ask(one, { winRate: 0.5 })];
    usual.chances.forEach((chance, at) => {
      if (one.now.factors[at] === 1) expect(half.chances[at]).toBeCloseTo(chance / 2, 10);
    });
    expect(half.newWins).toBeCloseTo(usual.newWins / 2, 10);
  });

  it('brings wins forward where deals move faster, and changes little of how many there are in the end', () => {
    const one = first(keptOf('steady'));
    expect(ask(one, { cycle: 0.7 }).forecast.mean).toBeGreaterThan(ask(one, {}).forecast.mean);
    expect(ask(one, { cycle: 1.5 }).forecast.mean).toBeLessThan(ask(one, {}).forecast.mean);
  });

  it('adds new deals to what is not created yet alone', () => {
    const one = first(keptOf());
    const [usual, double] = [ask(one, {}), ask(one, { newPipeline: 2 })];
    expect(double.newWins).toBe(2 * usual.newWins);
    expect([...double.chances]).toEqual([...usual.chances]);
  });
});

describe('a single deal', () => {
  it('that is taken as won brings its value for certain, and its odds are gone', () => {
    const one = first(keptOf());
    for (const name of named(one).slice(0, 5)) {
      const at = one.placeOf.get(name) ?? -1;
      const value = one.values[at] ?? 0;
      const [usual, won, lost] = (['open', 'won', 'lost'] as const).map((fate) =>
        ask(one, only(name, { fate })),
      );
      if (!usual || !won || !lost) throw new Error('no answer');
      expect(won.takenAsWon).toBe(value);
      expect(won.chances[at]).toBe(1);
      expect(lost.chances[at]).toBe(0);
      expect(won.forecast.wonToDate).toBe(usual.forecast.wonToDate);
      expect(won.forecast.p10).toBeGreaterThanOrEqual(usual.forecast.wonToDate + value);
      for (const name_ of ['p10', 'p50', 'p90'] as const)
        expect(won.forecast[name_]).toBeCloseTo(lost.forecast[name_] + value, 6);
      expect(won.forecast.pHit ?? 0).toBeGreaterThanOrEqual((usual.forecast.pHit ?? 0) - NOISE);
      expect(lost.forecast.pHit ?? 1).toBeLessThanOrEqual((usual.forecast.pHit ?? 0) + NOISE);
    }
  });

  it('that is taken as lost is as if it had not been there', () => {
    const { book, plain } = keptOf();
    const one = first(keptOf());
    const name = named(one)[0] ?? '';
    const lost = ask(one, only(name, { fate: 'lost' }));
    const at = one.placeOf.get(name) ?? -1;
    const open = (plain.periodChances[0] ?? new Float64Array()).reduce(
      (sum, chance, nth) => (nth === at ? sum : sum + chance * (one.values[nth] ?? 0)),
      0,
    );
    const left = lost.chances.reduce((sum, chance, nth) => sum + chance * (lost.values[nth] ?? 0), 0);
    expect(left).toBeCloseTo(open, 6);
    expect(book.ids).toContain(name);
  });

  it('moves out of the period, into it, and from one to the next', () => {
    const [now, next] = keptOf().kept;
    if (!now || !next) throw new Error('two periods');
    const name = named(now).at(-1) ?? '';
    const at = now.placeOf.get(name) ?? -1;
    const day = (days: number): SupposedDeal => ({ fate: 'moved', on: dayText(now.ground.start + days) });
    expect(ask(now, only(name, day(30))).chances[at]).toBe(0);
    expect(ask(next, only(name, day(5))).chances[at]).toBe(0);
    const inside = ask(now, only(name, day(5))).chances[at] ?? 0;
    expect(inside).toBeCloseTo(keptOf().plain.everChances[at] ?? 0, 12);
    expect(ask(next, only(name, day(30))).chances[at]).toBeCloseTo(inside, 12);
    expect(inside).toBeGreaterThan(ask(now, {}).chances[at] ?? 0);
    // A day that is none leaves it nowhere.
    expect(ask(now, only(name, { fate: 'moved' })).chances[at]).toBe(0);
  });

  it('has the price that is set, whatever deals are worth', () => {
    const one = first(keptOf());
    const name = named(one)[0] ?? '';
    const at = one.placeOf.get(name) ?? -1;
    const answer = ask(one, { dealSize: 3, ...only(name, { fate: 'won', value: 123_456 }) });
    expect(answer.takenAsWon).toBe(123_456);
    expect(answer.values[at]).toBe(123_456);
    const same = ask(one, only(name, { fate: 'open', value: one.values[at] ?? 0 }));
    expect(same.forecast.p50).toBeCloseTo(ask(one, {}).forecast.p50, 6);
  });

  it('that is no longer open is passed over', () => {
    const one = first(keptOf());
    expect(ask(one, only('nobody', { fate: 'won' })).forecast).toEqual(ask(one, {}).forecast);
  });
});

describe('renewals', () => {
  it('are won less often the more customers leave, and other deals as often as before', () => {
    const { book } = keptOf('steady');
    const names = named(first(keptOf('steady')));
    const renewals = new Set(names.filter((_, nth) => nth % 3 === 0));
    const one = first(keptForecast(book, TARGET, renewals));
    const [usual, more, less] = [1, 1.5, 0.5].map((churn) => ask(one, { churn }));
    if (!usual || !more || !less) throw new Error('no answer');
    expect(usual.forecast).toEqual(keptOf('steady').plain.forecasts[0]);
    for (const [name, at] of one.placeOf) {
      const [few, some, many] = [more, usual, less].map(({ chances }) => chances[at] ?? 0);
      if (renewals.has(name)) {
        expect(few).toBeLessThanOrEqual(some ?? 0);
        expect(many).toBeGreaterThanOrEqual(some ?? 0);
        expect(many).toBeLessThanOrEqual(1);
      } else expect([few, many]).toEqual([some, some]);
    }
    expect(more.forecast.mean).toBeLessThan(usual.forecast.mean);
  });
});

it('the order in which deals were supposed makes no difference, and money has no scale', () => {
  const one = first(keptOf());
  const names = named(one).slice(0, 8);
  const { book } = keptOf();
  const times = 1000;
  const scaled: Book = {
    ...book,
    amount: book.amount.map((amount) => amount * times),
    value: book.value.map((value) => value * times),
  };
  const large = first(keptForecast(scaled, TARGET * times));
  const fate = fc.constantFrom('open' as const, 'won' as const, 'lost' as const, 'moved' as const);
  const deal = fc.record({
    key: fc.constantFrom(...names),
    fate,
    days: fc.integer({ min: 0, max: 60 }),
    value: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
  });
  const rate = fc.double({ min: 0.5, max: 2, noNaN: true });
  const rates = fc.record({ winRate: rate, cycle: rate, dealSize: rate, newPipeline: rate, churn: rate });
  const deals = fc.uniqueArray(deal, { selector: ({ key }) => key, maxLength: 8 });
  fc.assert(
    fc.property(rates, deals, (asked, supposed) => {
      const mapOf = (some: typeof supposed, factor = 1) =>
        new Map(
          some.map(({ key, fate: what, days, value }) => [
            key,
            {
              fate: what,
              on: dayText(one.ground.start + days),
              ...(value === undefined ? {} : { value: value * factor }),
            },
          ]),
        );
      const here = answerWhatIf(one, { ...asked, deals: mapOf(supposed) });
      expect(answerWhatIf(one, { ...asked, deals: mapOf(supposed.toReversed()) })).toEqual(here);
      const { forecast } = answerWhatIf(large, { ...asked, deals: mapOf(supposed, times) });
      const { p10, p50, mean, p90, pHit } = here.forecast;
      expect([p10 <= p50, p50 <= p90, [p10, p50, mean, p90].every(Number.isFinite)]).toEqual([
        true,
        true,
        true,
      ]);
      for (const name of ['p10', 'p50', 'mean', 'p90'] as const)
        expect(Math.abs(forecast[name] / times - here.forecast[name])).toBeLessThan(1e-6 * (1 + mean));
      expect(Math.abs((forecast.pHit ?? 0) - (pHit ?? 0))).toBeLessThan(NOISE);
    }),
    { numRuns: 60 },
  );
});
