import { describe, expect, it } from 'vitest';
import { linearity } from '../../../lib/pipeline/pace/linearity';
import { runRate } from '../../../lib/pipeline/pace/run-rate';
import { velocity } from '../../../lib/pipeline/pace/velocity';

describe('velocity, worked by hand', () => {
  /*
   * 12 open deals. Ten closed: 4 won (100, 200, 300, 400; mean 1000 / 4 = 250) after 10, 20, 30 and 40 days
   * (mean 100 / 4 = 25), 6 lost: win rate 4 / 10.
   * 12 x 250 x 0.4 / 25 = 1200 / 25 = 48 a day.
   * Wilson at 80 % (z = 1.28155, z2 = 1.64237): middle (0.4 + 0.0821185) / 1.164237 = 0.414107,
   * half 1.28155 x sqrt(0.024 + 0.00410593) / 1.164237 = 0.184539: 0.2296 to 0.5986.
   */
  const closed = { won: 4, lost: 6, wonMinor: 1000, priced: 4, cycleDays: 100, dated: 4 };

  it('is deals x value x win rate / cycle, each with its n', () => {
    const found = velocity({ openDeals: 12, closed });
    expect(found).toMatchObject({
      kind: 'known',
      perDayMinor: 48,
      deals: 12,
      value: { meanMinor: 250, n: 4 },
      winRate: { share: 0.4, n: 10 },
      cycle: { days: 25, n: 4 },
    });
    if (found.kind !== 'known') throw new Error('unknown');
    expect(found.winRate.low).toBeCloseTo(0.2296, 4);
    expect(found.winRate.high).toBeCloseTo(0.5986, 4);
  });

  it('means only what is known: a won deal without amount or creation date is in the win rate alone', () => {
    // 4 won of 10; values 200 and 400 (mean 300, n 2), cycles 15 and 25 (mean 20, n 2): 12 x 300 x 0.4 / 20 = 72.
    expect(
      velocity({ openDeals: 12, closed: { ...closed, wonMinor: 600, priced: 2, cycleDays: 40, dated: 2 } }),
    ).toMatchObject({
      perDayMinor: 72,
      value: { meanMinor: 300, n: 2 },
      cycle: { days: 20, n: 2 },
    });
  });

  it('takes a cycle under a day as one day: 2 x 100 x 1 / 1', () => {
    expect(
      velocity({
        openDeals: 2,
        closed: { won: 10, lost: 0, wonMinor: 1000, priced: 10, cycleDays: 0, dated: 10 },
      }),
    ).toMatchObject({ perDayMinor: 200, cycle: { days: 0, n: 10 } });
  });

  it('is too few under ten closed deals, and where no win has an amount and a cycle', () => {
    expect(velocity({ openDeals: 12, closed: { ...closed, lost: 5 } })).toEqual({
      kind: 'too-few',
      have: 9,
      need: 10,
    });
    expect(velocity({ openDeals: 12, closed: { ...closed, priced: 0, wonMinor: 0 } })).toEqual({
      kind: 'no-win',
    });
    expect(velocity({ openDeals: 12, closed: { ...closed, dated: 0, cycleDays: 0 } })).toEqual({
      kind: 'no-win',
    });
  });
});

describe('run rate, worked by hand', () => {
  /*
   * 2800 in 28 days are 100 a day, 7280 in 91 days 80 a day. Won to date 1000, 40 days to go, target 6000:
   * lands at 1000 + 40 x 100 = 5000 and 1000 + 40 x 80 = 4200; 5000 / 40 = 125 a day are needed.
   */
  const given = { wonMinor: 1000, remainingMinor: 5000, daysLeft: 40, watchedDays: 300 };

  it('goes on at the rate of the last 28 and 91 days', () => {
    expect(runRate({ ...given, recentMinor: 2800, longMinor: 7280 })).toEqual({
      recent: { days: 28, perDayMinor: 100, landsMinor: 5000 },
      long: { days: 91, perDayMinor: 80, landsMinor: 4200 },
      neededPerDayMinor: 125,
    });
  });

  it('divides by the days that were watched: 2800 in 35 watched days are 80 a day, not 2800 / 91', () => {
    expect(runRate({ ...given, watchedDays: 35, recentMinor: 2800, longMinor: 2800 })).toMatchObject({
      long: { days: 35, perDayMinor: 80, landsMinor: 4200 },
    });
  });

  it('is no rate under a week, and nothing is needed a day without days or a rest', () => {
    expect(runRate({ ...given, watchedDays: 6, recentMinor: 2800, longMinor: 2800 })).toEqual({
      neededPerDayMinor: 125,
    });
    // Half of the last day is left: all 5000 are needed, not 10000 a day.
    expect(runRate({ ...given, daysLeft: 0.5, recentMinor: 2800, longMinor: 7280 })).toMatchObject({
      recent: { perDayMinor: 100, landsMinor: 1050 },
      neededPerDayMinor: 5000,
    });
    expect(runRate({ ...given, daysLeft: 0, recentMinor: 2800, longMinor: 7280 })).not.toHaveProperty(
      'neededPerDayMinor',
    );
    expect(
      runRate({ ...given, remainingMinor: undefined, recentMinor: 2800, longMinor: 7280 }),
    ).not.toHaveProperty('neededPerDayMinor');
  });
});

describe('linearity, worked by hand', () => {
  /*
   * Won in each tenth of four past periods:
   *   A  100 in the 1st, 300 in the 5th, 600 in the 10th    total 1000, after five tenths 400 = 0.40
   *   B  0, 900 in the 5th, 2100 in the 10th                total 3000, after five tenths 900 = 0.30
   *   C  500 in the 4th, 500 in the 10th                    total 1000, after five tenths 500 = 0.50
   *   D  200 in the 6th, 800 in the 10th                    total 1000, after five tenths 0   = 0
   * Pooled after five: 400 + 900 + 500 + 0 = 1800 of 6000 = 0.30; after six (D's 200 more): 2000 of 6000 = 0.3333.
   */
  const tenths = (given: Readonly<Record<number, number>>) =>
    Array.from({ length: 10 }, (_, at) => given[at + 1] ?? 0);
  const past = [
    tenths({ 1: 100, 5: 300, 10: 600 }),
    tenths({ 5: 900, 10: 2100 }),
    tenths({ 4: 500, 10: 500 }),
    tenths({ 6: 200, 10: 800 }),
  ];

  it('is the share won by each tenth of past periods, as a ratio of sums, with the lowest and highest', () => {
    const found = linearity({ past, elapsed: 0.5, wonMinor: 500, targetMinor: 2000 });
    if (found.kind !== 'known') throw new Error('unknown');
    expect(found.periods).toBe(4);
    expect(found.curve).toHaveLength(11);
    expect(found.curve[0]).toEqual({ elapsed: 0, share: 0, low: 0, high: 0 });
    expect(found.curve[5]).toEqual({ elapsed: 0.5, share: 0.3, low: 0, high: 0.5 });
    expect(found.curve[6]).toEqual({ elapsed: 0.6, share: 2000 / 6000, low: 0.2, high: 0.5 });
    expect(found.curve[10]).toEqual({ elapsed: 1, share: 1, low: 1, high: 1 });
    // 0.30 of the target of 2000 are 600: 500 are 100 behind.
    expect(found.now).toEqual({ elapsed: 0.5, share: 0.3, low: 0, high: 0.5, aheadMinor: -100 });
  });

  it('goes in a straight line between two tenths: half way from 0.30 to 0.3333', () => {
    const found = linearity({ past, elapsed: 0.55, wonMinor: 500, targetMinor: undefined });
    if (found.kind !== 'known') throw new Error('unknown');
    expect(found.now.share).toBeCloseTo(0.3 + 0.5 * (1 / 3 - 0.3), 12);
    expect(found.now).not.toHaveProperty('aheadMinor');
  });

  it('is too few under four periods in which anything was won', () => {
    expect(linearity({ past: past.slice(1), elapsed: 0.5, wonMinor: 0, targetMinor: 1 })).toEqual({
      kind: 'too-few',
      have: 3,
      need: 4,
    });
    expect(
      linearity({ past: [...past.slice(1), tenths({})], elapsed: 0.5, wonMinor: 0, targetMinor: 1 }),
    ).toMatchObject({ kind: 'too-few', have: 3 });
  });
});
