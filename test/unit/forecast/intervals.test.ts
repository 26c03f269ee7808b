import { beforeAll, describe, expect, it } from 'vitest';
import { generateCompany } from '../../tools/backtest/generate-company';
import { SHAPES } from '../../tools/backtest/shapes';
import { type Outcome, walk } from '../../tools/backtest/walk';

/** One forecast of each period, so that what they brought is independent: companies and months of their own. */
const COMPANIES = 48;
const MONTHS = 10;

let outcomes: readonly Outcome[];

beforeAll(() => {
  const kinds = SHAPES.filter(({ name }) =>
    ['steady', 'quarter ends', 'lumpy', 'tiny', 'wandering', 'start-up'].includes(name),
  );
  outcomes = Array.from({ length: COMPANIES }, (_, at) => {
    const shape = kinds[at % kinds.length];
    if (shape === undefined) throw new Error('no shape');
    const days = Math.min(600, shape.days);
    const company = generateCompany({ ...shape, seed: 1000 + at, days, newPerDay: shape.newPerDay * 0.7 });
    // Each company of a kind is asked at another part of its months.
    const share = (Math.floor(at / kinds.length) % 4) / 4;
    return walk(company, { months: MONTHS, lengths: [1], elapsed: [share] });
  }).flat();
}, 600_000);

describe('on generated companies with a known truth', () => {
  it('there are 480 periods; 200 are asked for', () => {
    expect(outcomes.length).toBe(COMPANIES * MONTHS);
  });

  it('P10 to P90 holds 72 to 88 %, with both tails', () => {
    const share = (of: (one: Outcome) => boolean): number => outcomes.filter(of).length / outcomes.length;
    const inside = share(({ p10, p90, actual }) => actual >= p10 - 0.5 && actual <= p90 + 0.5);
    expect(inside).toBeGreaterThanOrEqual(0.72);
    expect(inside).toBeLessThanOrEqual(0.88);
    expect(share(({ p10, actual }) => actual < p10 - 0.5)).toBeLessThan(0.14);
    expect(share(({ p90, actual }) => actual > p90 + 0.5)).toBeLessThan(0.14);
  });

  it('pHit is as often right as it says, decile by decile', () => {
    const bins = Array.from({ length: 10 }, () => ({ said: 0, hit: 0, count: 0 }));
    for (const { pHit, actual, target } of outcomes) {
      const bin = bins[Math.min(9, Math.floor(pHit * 10))];
      if (bin === undefined) continue;
      bin.said += pHit;
      bin.hit += actual >= target ? 1 : 0;
      bin.count += 1;
    }
    // By chance alone the greatest of ten distances is beyond 2.8 standard errors once in twenty times, and the sum of their
    // squares beyond 18.3 (chi-squared, 10 degrees). Nothing is granted to the method beside chance.
    const distances = bins.map(({ said, hit, count }) => {
      expect(count).toBeGreaterThanOrEqual(20);
      return (hit - said) / Math.sqrt(said * (1 - said / count));
    });
    for (const [decile, distance] of distances.entries())
      expect(Math.abs(distance), `decile ${decile + 1}`).toBeLessThan(2.8);
    expect(distances.reduce((sum, one) => sum + one * one, 0)).toBeLessThan(18.3);
  });

  it('and beats the run rates, the stage weights and the last period', () => {
    const error = (of: (one: Outcome) => number): number =>
      outcomes.reduce((sum, one) => sum + Math.abs(of(one) - one.actual), 0);
    const own = error(({ p50 }) => p50);
    for (const name of Object.keys(outcomes[0]?.baselines ?? {}))
      expect(own, name).toBeLessThan(error(({ baselines }) => baselines[name] ?? 0));
  });
});
