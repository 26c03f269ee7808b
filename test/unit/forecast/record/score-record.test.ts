import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PastForecast } from '../../../../lib/forecast/record/past-forecast';
import { meterOf } from '../../../../lib/forecast/record/meter-of';
import { reliabilityOf } from '../../../../lib/forecast/record/reliability-of';
import { scoreRecord } from '../../../../lib/forecast/record/score-record';
import { pastForecast } from './past-forecast';

const nothing = { lastPeriodMinor: null, runRateMinor: null, stageWeightsMinor: null, commitMinor: null };

/** Three months: one forecast too high, one too low, one right. */
const three: readonly PastForecast[] = [
  pastForecast({
    start: '2026-01-01',
    end: '2026-02-01',
    p10: 80,
    p50: 110,
    mean: 120,
    p90: 140,
    landedMinor: 100,
    pHit: 0.8,
    markMinor: 100,
    baselines: { ...nothing, lastPeriodMinor: 160, runRateMinor: 130 },
  }),
  pastForecast({
    start: '2026-02-01',
    end: '2026-03-01',
    p10: 100,
    p50: 150,
    mean: 150,
    p90: 190,
    landedMinor: 200,
    pHit: 0.4,
    markMinor: 210,
    baselines: { ...nothing, lastPeriodMinor: 100, runRateMinor: null },
  }),
  pastForecast({
    start: '2026-03-01',
    end: '2026-04-01',
    p10: 90,
    p50: 100,
    mean: 100,
    p90: 110,
    landedMinor: 100,
    baselines: { ...nothing, lastPeriodMinor: 200, runRateMinor: 100 },
  }),
];

/** With a fourth, of which all was right. */
const four: readonly PastForecast[] = [
  ...three,
  pastForecast({
    start: '2026-04-01',
    end: '2026-05-01',
    baselines: { ...nothing, lastPeriodMinor: 100, runRateMinor: 100, stageWeightsMinor: 50 },
  }),
];

describe('the score of forecasts', () => {
  const score = scoreRecord(three);

  test('is what the arithmetic says', () => {
    // Landed: 100 + 200 + 100 = 400. Missed: 10 + 50 + 0 = 60; a beat (200 against 150) is a miss too.
    expect(score?.error.value).toBeCloseTo(60 / 400);
    // Means: +20, -50, 0 = -30.
    expect(score?.bias.value).toBeCloseTo(-30 / 400);
    // 100 in 80..140; 200 over 190; 100 in 90..110.
    expect(score?.inside.value).toBeCloseTo(2 / 3);
    expect([score?.below, score?.above]).toEqual([0, 1 / 3]);
    // P10: .1 x 20, .1 x 100, .1 x 10 = 13. P50: .5 x 10, .5 x 50, 0 = 30. P90: .1 x 40, .9 x 10, .1 x 10 = 14.
    expect(score?.pinball).toBeCloseTo((13 + 30 + 14) / 3 / 400);
    // (0.8 - 1)^2 = 0.04 and (0.4 - 0)^2 = 0.16.
    expect(score?.brier).toEqual({ value: expect.closeTo(0.1), n: 2 });
    expect([score?.periods, score?.forecasts]).toEqual([3, 3]);
  });

  test('holds each baseline against the forecast on what it spoke of, and none that never spoke', () => {
    const { baselines } = scoreRecord(four) ?? {};
    // Last period: 60 + 100 + 100 + 0 = 260 missed of 500, the forecast 60.
    expect(baselines?.lastPeriod).toMatchObject({
      kind: 'scored',
      periods: 4,
      error: expect.closeTo(260 / 500),
      skill: { value: expect.closeTo(1 - 60 / 260) },
    });
    // The run rate spoke of January, March and April: 30 + 0 + 0 missed of 300; the forecast missed 10.
    expect(baselines?.runRate).toMatchObject({
      forecasts: 3,
      error: expect.closeTo(30 / 300),
      ownError: expect.closeTo(10 / 300),
    });
    expect(baselines?.commit).toEqual({ kind: 'absent' });
  });

  test('says of no baseline that spoke of fewer than four periods that it was better or worse', () => {
    const { baselines } = scoreRecord(four) ?? {};
    expect(baselines?.runRate).toMatchObject({ periods: 3, skill: 'too-few' });
    // One period: drawn again and again it is always itself, which would be an interval without width.
    expect(baselines?.stageWeights).toMatchObject({ periods: 1, error: 0.5, skill: 'too-few' });
  });

  test('has no skill against a baseline that made no error, and no score where nothing landed', () => {
    const exact = four.map((one) => ({ ...one, baselines: { ...nothing, commitMinor: one.landedMinor } }));
    expect(scoreRecord(exact)?.baselines.commit).toMatchObject({ error: 0, skill: 'no-error' });
    expect(scoreRecord([pastForecast({ landedMinor: 0 })])).toBeUndefined();
    expect(scoreRecord([])).toBeUndefined();
  });

  test('draws whole periods: of one period alone there is no interval to speak of', () => {
    const one = scoreRecord(three.slice(0, 1));
    expect(one?.error).toEqual({ value: 0.1, low: 0.1, high: 0.1 });
    // Of two, a draw has both or one of them twice: errors 10 / 100, 60 / 300, 50 / 200.
    const two = scoreRecord(three.slice(0, 2));
    expect(two?.error).toEqual({ value: 0.2, low: 0.1, high: 0.25 });
  });
});

const money = fc.integer({ min: 0, max: 1_000_000 });
const forecasts = fc.array(
  fc
    .record({
      month: fc.integer({ min: 1, max: 9 }),
      share: fc.constantFrom(0 as const, 0.25 as const, 0.5 as const, 0.75 as const),
      quantiles: fc.tuple(money, money, money).map((all) => all.toSorted((a, b) => a - b)),
      mean: money,
      landed: money,
      chance: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      said: fc.tuple(fc.option(money), fc.option(money), fc.option(money), fc.option(money)),
    })
    .map(({ month, share, quantiles: [p10 = 0, p50 = 0, p90 = 0], mean, landed, chance, said }) =>
      pastForecast({
        start: `2025-0${month}-01`,
        end: `2025-0${month + 1}-01`.replace('010', '10'),
        share,
        p10,
        p50,
        p90,
        mean,

        landedMinor: landed,
        pHit: chance,
        markMinor: chance === null ? null : 5,
        baselines: {
          lastPeriodMinor: said[0],
          runRateMinor: said[1],
          stageWeightsMinor: said[2],
          commitMinor: said[3],
        },
      }),
    ),
  { maxLength: 30 },
);

const scaled =
  (by: number) =>
  (one: PastForecast): PastForecast => ({
    ...one,
    p10: one.p10 * by,
    p50: one.p50 * by,
    p90: one.p90 * by,
    mean: one.mean * by,
    landedMinor: one.landedMinor * by,
    markMinor: one.markMinor === null ? null : one.markMinor * by,
    baselines: {
      lastPeriodMinor: one.baselines.lastPeriodMinor === null ? null : one.baselines.lastPeriodMinor * by,
      runRateMinor: one.baselines.runRateMinor === null ? null : one.baselines.runRateMinor * by,
      stageWeightsMinor:
        one.baselines.stageWeightsMinor === null ? null : one.baselines.stageWeightsMinor * by,
      commitMinor: one.baselines.commitMinor === null ? null : one.baselines.commitMinor * by,
    },
  });

/** Every number in a value, with where it stands. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersIn(one, `${path}.${name}`));
}

describe('the score, whatever was forecast', () => {
  test('does not depend on the order of the forecasts', () => {
    fc.assert(
      fc.property(forecasts, fc.integer(), (all, seed) => {
        const shuffled = all
          .map((one, at) => ({ one, key: Math.imul(at + 1, seed | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [a, b] = [numbersIn(scoreRecord(all)), numbersIn(scoreRecord(shuffled))];
        expect(b.map(([name]) => name)).toEqual(a.map(([name]) => name));
        for (const [at, [, value]] of a.entries()) expect(b[at]?.[1]).toBeCloseTo(value, 9);
      }),
      { numRuns: 25 },
    );
  });

  test('is in shares of what landed: ten times the money gives the same score', () => {
    fc.assert(
      fc.property(forecasts, (all) => {
        const [a, b] = [numbersIn(scoreRecord(all)), numbersIn(scoreRecord(all.map(scaled(10))))];
        for (const [at, [, value]] of a.entries()) expect(b[at]?.[1]).toBeCloseTo(value, 9);
      }),
      { numRuns: 25 },
    );
  });

  test('has no number that is none, and intervals around their values', () => {
    fc.assert(
      fc.property(forecasts, (all) => {
        const score = scoreRecord(all);
        for (const [name, value] of numbersIn(score)) expect(Number.isFinite(value), name).toBe(true);
        if (score === undefined) return;
        expect(score.inside.value + score.below + score.above).toBeCloseTo(1);
        for (const one of [score.error, score.bias, score.inside])
          expect(one.low).toBeLessThanOrEqual(one.high);
      }),
      { numRuns: 50 },
    );
  });
});

describe('reliability', () => {
  test('is in tenths where there are enough, in fewer bins where there are not, and nothing below eight', () => {
    const cases = (n: number) =>
      Array.from({ length: n }, (_, at) => ({ chance: at / n, happened: at % 2 === 0 }));
    expect(reliabilityOf(cases(200)).map(({ n }) => n)).toEqual(Array.from({ length: 10 }, () => 20));
    expect(reliabilityOf(cases(20)).map(({ n }) => n)).toEqual([10, 10]);
    expect(reliabilityOf(cases(7))).toEqual([]);
  });

  test('says how often what was given like chances happened', () => {
    const cases = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.7];
    const bins = reliabilityOf(
      cases.map((chance, at) => ({ chance, happened: chance > 0.5 && at % 8 !== 0 })),
    );
    // Eight low chances, 0.1 seven times and 0.3: none happened. Eight high ones: seven did.
    expect(bins.map(({ chance }) => chance)).toEqual([expect.closeTo(0.125), expect.closeTo(0.875)]);
    expect(bins.map(({ happened }) => happened.value)).toEqual([0, 7 / 8]);
  });
});

describe('the meter', () => {
  /** Months from January 2025 on, each forecast at 100; `landed` of each. */
  const months = (landed: readonly number[]) =>
    landed.map((one, nth) => {
      const [year, month] = [2025 + Math.floor(nth / 12), (nth % 12) + 1];
      const start = `${year}-${String(month).padStart(2, '0')}-01`;
      return pastForecast({ start, end: start, landedMinor: one });
    });

  test('says nothing under six months', () => {
    expect(meterOf(months([90, 110, 90, 110, 90]))).toEqual({ kind: 'too-few', have: 5, need: 6 });
  });

  test('rolls over six months, and knows an even error at once', () => {
    const meter = meterOf(months([110, 110, 110, 110, 110, 110, 110, 110]));
    expect(meter).toMatchObject({ kind: 'measured', months: 8, isStable: true, stableInMonths: 0 });
    expect(meter.kind === 'measured' && meter.rolling.map(({ error }) => error)).toEqual([
      expect.closeTo(10 / 110),
      expect.closeTo(10 / 110),
      expect.closeTo(10 / 110),
    ]);
  });

  test('waits for an uneven one, the longer the less even it is', () => {
    const uneven = meterOf(months([101, 140, 99, 60, 101, 150, 100, 99]));
    expect(uneven).toMatchObject({ kind: 'measured', isStable: false });
    if (uneven.kind !== 'measured') return;
    // n (w / 0.25)^2 months are needed, n are there.
    expect(uneven.stableInMonths).toBe(Math.ceil(8 * (uneven.spread / 0.25) ** 2 - 8));
    expect(uneven.stableInMonths).toBeGreaterThan(3);
  });

  test('does not call stable what is on the move', () => {
    // Ten per cent off for a year, then hardly anything for half a year: 6 x 10 / 110 before, 0 now.
    const meter = meterOf(months([...Array.from({ length: 12 }, () => 110), 100, 100, 100, 100, 100, 100]));
    expect(meter).toMatchObject({ kind: 'measured', isMoving: true, isStable: false });
    expect(meter.kind === 'measured' && meter.stableInMonths).toBeGreaterThanOrEqual(6);
  });

  test('is of months alone', () => {
    const quarters = months([90, 110, 90, 110, 90, 80, 100]).map((one) => ({
      ...one,
      kind: 'quarter' as const,
    }));
    expect(meterOf(quarters)).toEqual({ kind: 'too-few', have: 0, need: 6 });
  });
});
