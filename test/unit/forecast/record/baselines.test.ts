import { describe, expect, test } from 'vitest';
import { OPEN, WON, LOST, NEVER } from '../../../../lib/forecast/book';
import { baselinesOf } from '../../../../lib/forecast/record/baselines-of';
import { bookDigest } from '../../../../lib/forecast/record/book-digest';
import { crmViews } from '../../../../lib/forecast/record/crm-views';
import { landsAtRate } from '../../../../lib/forecast/record/lands-at-rate';
import { runRateOf } from '../../../../lib/forecast/record/run-rate-of';
import { wonDays } from '../../../../lib/forecast/record/won-days';
import { makeBook } from '../../../../lib/forecast/make-book';
import { deal, request } from '../make-request';

/** A win of each value on each day, as a book has them. */
function wins(days: readonly (readonly [day: number, value: number])[], asOf: number) {
  return wonDays({
    asOf,
    closed: Int32Array.from(days, ([day]) => day),
    outcome: Uint8Array.from(days, () => WON),
    value: Float64Array.from(days, ([, value]) => value),
  });
}

describe('won value by day', () => {
  test('is added up for any span, and lost and open deals bring nothing', () => {
    const won = wonDays({
      asOf: 110,
      closed: Int32Array.of(100, 100, 105, 103, NEVER),
      outcome: Uint8Array.of(WON, WON, WON, LOST, OPEN),
      value: Float64Array.of(5, 7, 11, 0, 0),
    });
    expect(won.firstWin).toBe(100);
    expect([
      won.between(0, 101),
      won.between(101, 105),
      won.between(101, 500),
      won.between(105, 105),
    ]).toEqual([12, 0, 11, 0]);
  });
});

describe('the run rate', () => {
  // 10 a day for 100 days, day 0 to 99.
  const steady = Array.from({ length: 100 }, (_, day) => [day, 10] as const);

  test('is what is won, and the rest at the pace of the days before', () => {
    // Period 90 to 120, seen on day 100: 10 days x 10 are won, 20 days x 10 are left.
    expect(runRateOf(wins(steady, 100), { start: 90, end: 120, asOf: 100 })).toBeCloseTo(300);
  });

  test('takes the pace that has been nearer by then: after a step upwards the short one', () => {
    // 10 a day up to day 200, 50 a day from there to day 260.
    const risen = Array.from({ length: 260 }, (_, day) => [day, day < 200 ? 10 : 50] as const);
    // The last 28 days: 50 a day. Of the last 91: 31 at 10 and 60 at 50, 36.37 a day.
    const ahead = { start: 260, end: 274, asOf: 260 };
    const won = wins(risen, 260);
    expect(landsAtRate(won, ahead, { most: 91, least: 7 })).toBeCloseTo((14 * (31 * 10 + 60 * 50)) / 91);
    expect(runRateOf(won, ahead)).toBeCloseTo(14 * 50);
  });

  test('has so much of a day that has begun before it as is left, and takes no pace from it', () => {
    // Of day 100 three quarters are gone: 30 were won on it, 19 whole days and a quarter are left.
    const begun = wins([...steady, [100, 30]], 101);
    expect(runRateOf(begun, { start: 90, end: 120, asOf: 100, rest: 0.25 })).toBeCloseTo(130 + 10 * 19.25);
    // Of a period that has not begun no day is gone.
    expect(runRateOf(begun, { start: 120, end: 150, asOf: 100, rest: 0.25 })).toBeCloseTo(300);
    const nothing = { stageWeights: 7, commit: 0 };
    const known = { won: begun, knownFrom: 60, crm: nothing, before: { start: 60, end: 90 } };
    expect(baselinesOf({ start: 90, end: 120, asOf: 100, rest: 0.25 }, known)).toEqual({
      lastPeriodMinor: 300,
      runRateMinor: 323,
      stageWeightsMinor: 137,
      commitMinor: 130,
    });
  });

  test('says nothing while a week has not passed since the first win', () => {
    expect(runRateOf(wins([[94, 10]], 100), { start: 90, end: 120, asOf: 100 })).toBeUndefined();
    expect(runRateOf(wins([[93, 10]], 100), { start: 90, end: 120, asOf: 100 })).toBeCloseTo(
      10 + (10 / 7) * 20,
    );
  });
});

describe('what the CRM says', () => {
  const present = { start: 90, end: 120, asOf: 100 };
  const next = { start: 120, end: 150, asOf: 100 };
  const said = { amount: 1000, probability: 0.3, category: null, closeDay: undefined };

  test('counts a deal to the period in which it is due', () => {
    const views = crmViews([present, next]);
    views.add({ ...said, closeDay: 119, category: 'Commit' });
    views.add({ ...said, closeDay: 120, category: 'Best case' });
    // Overdue: due now.
    views.add({ ...said, amount: 200, closeDay: 80, category: 'Closed' });
    // Without a date it counts to each.
    views.add({ ...said, amount: 50 });
    expect(views.result()).toEqual([
      { stageWeights: 0.3 * (1000 + 200 + 50), commit: 1200 },
      { stageWeights: 0.3 * (1000 + 50), commit: 0 },
    ]);
  });

  test('knows the commitment in the language of the CRM, and says nothing where it knows no word', () => {
    const views = crmViews([present]);
    views.add({ ...said, category: 'Forpligtet' });
    views.add({ ...said, amount: 200, category: 'Zusage' });
    views.add({ ...said, amount: 30, category: 'Hot' });
    expect(views.result()[0]?.commit).toBe(1200);
    const unknown = crmViews([present]);
    unknown.add({ ...said, category: 'Hot' });
    expect(unknown.result()[0]?.commit).toBeNull();
  });

  test('is not 0 where it says nothing', () => {
    const views = crmViews([present]);
    views.add({ ...said, probability: NaN });
    expect(views.result()).toEqual([{ stageWeights: null, commit: null }]);
    const period = { won: wins([[95, 100]], 100), before: { start: 60, end: 90 } };
    const nothing = { stageWeights: null, commit: null };
    expect(baselinesOf(present, { ...period, knownFrom: 61, crm: nothing })).toEqual({
      lastPeriodMinor: null,
      runRateMinor: null,
      stageWeightsMinor: null,
      commitMinor: null,
    });
    expect(baselinesOf(present, { ...period, knownFrom: 60, crm: { stageWeights: 7.4, commit: 0 } })).toEqual(
      {
        lastPeriodMinor: 0,
        runRateMinor: null,
        stageWeightsMinor: 107,
        commitMinor: 100,
      },
    );
  });
});

describe('the digest of a book', () => {
  const deals = [deal('a'), deal('b', { amount: 2000 })];

  test('is the same for the same deals in any order, and another when a cent differs', () => {
    const digest = bookDigest(makeBook(request(deals)));
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(bookDigest(makeBook(request(deals.toReversed())))).toBe(digest);
    expect(bookDigest(makeBook(request([deal('a'), deal('b', { amount: 2000.01 })])))).not.toBe(digest);
    expect(bookDigest(makeBook(request(deals, { asOf: '2026-04-12' })))).not.toBe(digest);
  });
});
