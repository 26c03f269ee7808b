import { describe, expect, it } from 'vitest';
import { type LevelPrior, type MonthCount, monthLevels } from '../../../lib/forecast/month-levels';
import { TUNING } from '../../../lib/forecast/tuning';

const JANUARY = 48 * 12;

function seen(...ratios: readonly number[]): readonly MonthCount[] {
  return ratios.map((ratio, at) => ({ month: JANUARY + at, observed: 400 * ratio, expected: 400, days: 30 }));
}

/** Predictions from the whole matrix with the change in it, by Gaussian elimination: the slow way. */
function slowly(counts: readonly MonthCount[], at: number, share: (a: number, b: number) => number): number {
  const n = counts.length;
  const rows = counts.map((one, row) => [
    ...counts.map((other, column) => {
      const noise = 1 / (0.5 * (one.observed + one.expected) + 0.5) + 0.36 / one.days;
      return share(one.month, other.month) + (row === column ? noise : 0);
    }),
    Math.log((one.observed + 0.5) / (one.expected + 0.5)),
  ]);
  for (let pivot = 0; pivot < n; pivot += 1)
    for (let row = 0; row < n; row += 1) {
      if (row === pivot) continue;
      const factor = (rows[row]?.[pivot] ?? 0) / (rows[pivot]?.[pivot] ?? 1);
      for (let column = 0; column <= n; column += 1) {
        const own = rows[row];
        if (own !== undefined) own[column] = (own[column] ?? 0) - factor * (rows[pivot]?.[column] ?? 0);
      }
    }
  return counts.reduce(
    (sum, { month }, row) => sum + (share(at, month) * (rows[row]?.[n] ?? 0)) / (rows[row]?.[row] ?? 1),
    0,
  );
}

describe('levels of months', () => {
  const plain: LevelPrior = {
    quarter: [[0.3, 1]],
    year: [[0, 1]],
    drift: [[0.2, 1]],
    month: [[0.1, 1]],
    shift: [],
    trend: [],
    driftMonths: 6,
    common: 0.3,
    daySpread: 0.6,
  };
  const kernel = (a: number, b: number): number => {
    const apart = Math.abs(a - b);
    return 0.09 + 0.04 * Math.exp(-apart / 6) + (apart % 3 === 0 ? 0.09 : 0) + (apart === 0 ? 0.01 : 0);
  };
  const counts = seen(0.6, 1.1, 1.3, 0.7, 1.2);
  const next = JANUARY + 5;

  it('are those of a Gaussian process', () => {
    expect(monthLevels(counts, [next], plain)[0]?.log).toBeCloseTo(slowly(counts, next, kernel), 9);
  });

  it('with a change for good are those of the process with its block', () => {
    // Two months: there is one place for it, and with all weight on it no other explanation.
    const two = seen(0.5, 1.2);
    const shift = monthLevels(two, [JANUARY + 2], { ...plain, shift: [[1, 1]] })[0]?.log;
    const block = (a: number, b: number): number => kernel(a, b) + (a === JANUARY && b === JANUARY ? 1 : 0);
    expect(shift).toBeCloseTo(slowly(two, JANUARY + 2, block), 9);
  });

  it('with a trend are those of the process with its slope, which goes on for three months', () => {
    const now = JANUARY + 4;
    const slope = (a: number, b: number): number =>
      kernel(a, b) + 0.01 * Math.min(3, a - now) * Math.min(3, b - now);
    const said = monthLevels(counts, [next, now + 3, now + 9], { ...plain, trend: [[0.1, 1]] });
    [next, now + 3, now + 9].forEach((month, at) =>
      expect(said[at]?.log).toBeCloseTo(slowly(counts, month, slope), 9),
    );
  });

  const after = (...ratios: readonly number[]): number =>
    Math.exp(monthLevels(seen(...ratios), [JANUARY + ratios.length], TUNING.creationLevel)[0]?.log ?? 0);

  it('do not take a low beginning for a low month of the quarter', () => {
    expect(after(0.2, 1.2, 1.15)).toBeGreaterThan(0.8);
  });

  it('learn the months of the quarter where they come back', () => {
    const low = after(0.6, 1.1, 1.3, 0.6, 1.1, 1.3);
    expect(low).toBeLessThan(0.75);
    expect(after(0.6, 1.1, 1.3, 0.6, 1.1, 1.3, 0.6, 1.1)).toBeGreaterThan(1.15);
    expect(after(1, 1, 1, 1, 1, 1)).toBeCloseTo(1, 1);
  });
});
