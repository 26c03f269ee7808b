import { beforeAll, describe, expect, it } from 'vitest';
import { generateCompany } from '../../tools/backtest/generate-company';
import { SHAPES } from '../../tools/backtest/shapes';
import { type Outcome, walk } from '../../tools/backtest/walk';

/** One forecast of each period, so that what they brought is independent: companies and months of their own. */
const COMPANIES = 24;
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
    // Each company is asked at another part of its months.
    return walk(company, { months: MONTHS, lengths: [1], elapsed: [(at % 4) / 4] });
  }).flat();
}, 600_000);

describe('on generated companies with a known truth', () => {
  it('there are at least 200 periods', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(200);
  });

  it('P10 to P90 holds 72 to 88 %, with both tails', () => {
    const share = (of: (one: Outcome) => boolean): number => outcomes.filter(of).length / outcomes.length;
    const inside = share(({ p10, p90, actual }) => actual >= p10 - 0.5 && actual <= p90 + 0.5);
    expect(inside).toBeGreaterThanOrEqual(0.72);
    expect(inside).toBeLessThanOrEqual(0.88);
    expect(share(({ p10, actual }) => actual < p10 - 0.5)).toBeLessThan(0.2);
    expect(share(({ p90, actual }) => actual > p90 + 0.5)).toBeLessThan(0.2);
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
    for (const { said, hit, count } of bins) {
      // Three standard errors of a share, and five points for what the method does not know.
      const allowed = 3 * Math.sqrt(Math.max(said * (1 - said / Math.max(1, count)), 1)) + 0.05 * count;
      expect(Math.abs(said - hit)).toBeLessThanOrEqual(allowed);
    }
  });

  it('and beats the run rates, the stage weights and the last period', () => {
    const error = (of: (one: Outcome) => number): number =>
      outcomes.reduce((sum, one) => sum + Math.abs(of(one) - one.actual), 0);
    const own = error(({ p50 }) => p50);
    for (const name of Object.keys(outcomes[0]?.baselines ?? {}))
      expect(own, name).toBeLessThan(error(({ baselines }) => baselines[name] ?? 0));
  });
});
