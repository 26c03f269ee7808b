import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../lib/pipeline/coverage/coverage-of';
import { coverageRequired, type PastPoint } from '../../../lib/pipeline/coverage/coverage-required';

/*
 * Four past periods at the same point, in minor units:
 *
 *   open at the point   1000  1000  1000  1000   sum 4000
 *   of it won after      200   200   200   400   sum 1000   -> 1000 / 4000 = 0.25 won per open
 *   won from new deals   100   100   100   100              -> 100 to come from deals not created yet
 *
 * Still to win: 600. Pipeline needed: (600 - 100) / 0.25 = 2000. Coverage required: 2000 / 600 = 3.3333.
 *
 * Interval. Four periods are drawn from the four with replacement; k is how often the last one comes, Binomial(4, 1/4):
 *   P(0) = 81/256 = 0.316, P(1) = 108/256 = 0.422, P(2) = 54/256 = 0.211, P(3) = 12/256, P(4) = 1/256.
 * Won per open: (800 + 200 k) / 4000 = 0.20 + 0.05 k. Needed: 500 / that:
 *   k = 0: 2500   k = 1: 2000   k = 2: 1666.67   k = 3: 1428.57   k = 4: 1250
 * From below: 1250 (0.004), 1428.57 (0.051), 1666.67 (0.262): the 10 % point is 1666.67, 2.7778 of 600.
 *   2000 (0.684), 2500 (1): the 90 % point is 2500, 4.1667 of 600.
 */
const point = (wonFromOpenMinor: number): PastPoint => ({
  openMinor: 1000,
  wonFromOpenMinor,
  wonFromNewMinor: 100,
});
const points = [point(200), point(200), point(200), point(400)];
const required = (openMinor: number, remainingMinor = 600, past: readonly PastPoint[] = points) =>
  coverageRequired({ openMinor, remainingMinor, points: past, seed: 1 });

describe('coverage on the remaining target', () => {
  it('is open over what is still to win: 1500 / (960 - 360) = 2.5', () => {
    expect(coverageOf(1500, 960 - 360)).toBe(2.5);
  });

  it('is no number once the target is reached', () => {
    expect(coverageOf(1500, 0)).toBeUndefined();
    expect(coverageOf(1500, -1)).toBeUndefined();
  });
});

describe('coverage required, worked by hand', () => {
  it('is a ratio of sums over the periods, less what new deals will bring', () => {
    expect(required(1500)).toEqual({
      kind: 'known',
      periods: 4,
      wonPerOpen: 0.25,
      expectedNewMinor: 100,
      newFrom: 'past',
      neededMinor: 2000,
      neededLowMinor: 1667,
      neededHighMinor: 2500,
      times: 2000 / 600,
      lowTimes: 500 / 0.3 / 600,
      highTimes: 2500 / 600,
      shortMinor: 500,
      verdict: 'short',
    });
  });

  it('is pooled, not a mean of ratios: 100 of 1000 and 900 of 3000 are 1000 of 4000', () => {
    const unlike = [
      { openMinor: 1000, wonFromOpenMinor: 100, wonFromNewMinor: 100 },
      { openMinor: 3000, wonFromOpenMinor: 900, wonFromNewMinor: 100 },
    ];
    expect(required(1500, 600, [...unlike, ...unlike])).toMatchObject({
      wonPerOpen: 0.25,
      neededMinor: 2000,
    });
  });

  it.each([
    // 1600 / 600 = 2.667 lies below 2.778; 1700 and 2400 within; 2600 / 600 = 4.333 above 4.167.
    [1600, 'short', 400],
    [1700, 'unclear', 300],
    [2400, 'unclear', -400],
    [2600, 'enough', -600],
  ])('with %i open the verdict is %s', (openMinor, verdict, shortMinor) => {
    expect(required(openMinor)).toMatchObject({ verdict, shortMinor });
  });

  it('takes the forecast of new deals where there is one: (600 - 350) / 0.25 = 1000', () => {
    expect(
      coverageRequired({ openMinor: 1500, remainingMinor: 600, points, expectedNewMinor: 350, seed: 1 }),
    ).toMatchObject({
      expectedNewMinor: 350,
      newFrom: 'forecast',
      neededMinor: 1000,
      shortMinor: -500,
      verdict: 'enough',
    });
  });

  it('needs nothing where new deals are expected to bring more than is missing', () => {
    expect(required(0, 80)).toMatchObject({
      neededMinor: 0,
      neededLowMinor: 0,
      neededHighMinor: 0,
      times: 0,
      shortMinor: 0,
      verdict: 'enough',
    });
  });

  it('has no upper end where too many draws of periods hold no win', () => {
    // Three of four periods won nothing: (3/4)^4 = 0.316 of the draws hold none of the fourth.
    const rare = [point(0), point(0), point(0), point(400)];
    const found = required(5500, 600, rare);
    expect(found).toMatchObject({ wonPerOpen: 0.1, neededMinor: 5000, verdict: 'unclear' });
    expect(found).not.toHaveProperty('highTimes');
    expect(found).not.toHaveProperty('neededHighMinor');
  });

  it('is too few under four past periods, and says how many there are', () => {
    expect(required(1500, 600, points.slice(0, 3))).toEqual({ kind: 'too-few', have: 3, need: 4 });
    // A period at whose point nothing was open tells nothing of what open deals become.
    const silent = { openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 500 };
    expect(required(1500, 600, [...points.slice(0, 3), silent])).toEqual({
      kind: 'too-few',
      have: 3,
      need: 4,
    });
  });

  it('is no number where nothing open was ever won, and where the target is reached', () => {
    expect(required(1500, 600, [point(0), point(0), point(0), point(0)])).toEqual({
      kind: 'never-won',
      periods: 4,
    });
    expect(required(1500, 0)).toEqual({ kind: 'reached' });
  });
});
