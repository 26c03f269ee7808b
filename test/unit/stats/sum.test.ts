import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceAtLeast } from '../../../lib/stats/chance-at-least';
import { cosMixture } from '../../../lib/stats/cos-mixture';
import { cosSum } from '../../../lib/stats/cos-sum';
import { distributionQuantile } from '../../../lib/stats/distribution-quantile';
import { enumerateSum } from '../../../lib/stats/enumerate-sum';
import type { SumParts } from '../../../lib/stats/weighted-sum';
import { drawFrom } from '../../demo/draw';

const NOTHING = new Float64Array();

/** The oracle: draws of the sum, in order. */
function simulate({ values, chances, further, sizes }: SumParts, trials: number): Float64Array {
  const draw = drawFrom(7);
  const sums = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial += 1) {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) if (draw.chance(chances[at] ?? 0)) sum += values[at] ?? 0;
    for (
      let left = further + Math.log(1 - draw.between(0, 1));
      left >= 0;
      left += Math.log(1 - draw.between(0, 1))
    )
      sum += draw.pick([...sizes]);
    sums[trial] = sum;
  }
  return sums.sort();
}

function farthest(parts: SumParts, upTo: number, sums: Float64Array, make: typeof cosSum): number {
  const { cdf, step } = make(parts, { upTo, points: 512 });
  let worst = 0;
  let below = 0;
  for (let point = 0; point < cdf.length - 1; point += 1) {
    while (below < sums.length && (sums[below] ?? 0) <= point * step + 1e-9) below += 1;
    worst = Math.max(worst, Math.abs(below / sums.length - (cdf[point] ?? 0)));
  }
  return worst;
}

describe('the distribution of a sum', () => {
  it('by COS is within half a percent of a million draws', () => {
    const values = Float64Array.from({ length: 60 }, (_, at) => 10 + ((at * 37) % 90));
    const chances = Float64Array.from({ length: 60 }, (_, at) => 0.05 + ((at * 13) % 80) / 100);
    const parts = { values, chances, further: 12, sizes: Float64Array.of(15, 30, 45, 90) };
    expect(farthest(parts, 4500, simulate(parts, 1_000_000), cosSum)).toBeLessThan(0.005);
  });

  it('by enumeration is within half a percent of draws, jumps and all', () => {
    const parts = {
      values: Float64Array.of(100, 70, 46, 250),
      chances: Float64Array.of(0.3, 0.5, 0.9, 0.2),
      further: 0.8,
      sizes: Float64Array.of(40, 60, 80),
    };
    expect(farthest(parts, 1022, simulate(parts, 200_000), enumerateSum)).toBeLessThan(0.005);
  });

  it('COS agrees with enumeration where sums are many', () => {
    const values = Float64Array.from({ length: 16 }, (_, at) => 50 + at * 7.3);
    const chances = Float64Array.from({ length: 16 }, (_, at) => 0.2 + at * 0.04);
    const parts = { values, chances, further: 0, sizes: NOTHING };
    const exact = enumerateSum(parts, { upTo: 1800, points: 512 });
    const series = cosSum(parts, { upTo: 1800, points: 512 });
    exact.cdf.forEach((one, at) => expect(Math.abs(one - (series.cdf[at] ?? 0))).toBeLessThan(0.006));
  });

  it('over several levels is the mean of their distributions', () => {
    const values = Float64Array.from({ length: 90 }, (_, at) => 10 + ((at * 37) % 90));
    const sizes = Float64Array.of(15, 45, 90);
    const levels = [0.2, 0.5, 0.3].map((weight, at) => ({
      weight,
      chances: values.map((_, nth) => (0.1 + ((nth * 13) % 60) / 100) * (0.7 + 0.2 * at)),
      further: 5 + 4 * at,
    }));
    const options = { upTo: 5200, points: 256 };
    const mixed = cosMixture({ values, sizes, levels }, options);
    const alone = levels.map((level) => cosSum({ values, sizes, ...level }, options));
    mixed.cdf.forEach((one, at) => {
      const mean = alone.reduce((sum, { cdf }, nth) => sum + (levels[nth]?.weight ?? 0) * (cdf[at] ?? 0), 0);
      expect(one).toBeCloseTo(mean, 3);
    });
  });

  it.each([
    ['enumeration', enumerateSum, 12],
    ['COS', cosSum, 60],
  ] as const)('by %s moves by the amount of a deal that is certain, everywhere', (_, make, count) => {
    const values = Float64Array.from({ length: count }, (_value, at) => 50 + ((at * 37) % 90));
    const chances = Float64Array.from({ length: count }, (_chance, at) => 0.2 + ((at * 13) % 60) / 100);
    const points = 1024;
    const upTo = values.reduce((sum, one) => sum + one, 0);
    const without = make({ values, chances, further: 3, sizes: Float64Array.of(40, 90) }, { upTo, points });
    for (const certain of [25, 400]) {
      const parts = {
        values: Float64Array.of(...values, certain),
        chances: Float64Array.of(...chances, 1),
        further: 3,
        sizes: Float64Array.of(40, 90),
      };
      const with_ = make(parts, { upTo: upTo + certain, points });
      for (const p of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const moved = distributionQuantile(with_, p) - distributionQuantile(without, p);
        // A quantile lies on one of the points.
        expect(Math.abs(moved - certain), `P${100 * p}`).toBeLessThan(2 * with_.step);
      }
    }
  });

  it('two deals by hand: 0, 10, 20, 30 with chances .3, .3, .2, .2', () => {
    const parts = {
      values: Float64Array.of(10, 20),
      chances: Float64Array.of(0.5, 0.4),
      further: 0,
      sizes: NOTHING,
    };
    const sum = enumerateSum(parts, { upTo: 30, points: 31 });
    [
      [0, 0.3],
      [9, 0.3],
      [10, 0.6],
      [20, 0.8],
      [30, 1],
    ].forEach(([at, chance]) => expect(sum.cdf[at ?? 0]).toBeCloseTo(chance ?? 0, 12));
    expect(chanceAtLeast(sum, 10)).toBeCloseTo(0.7, 12);
    expect(chanceAtLeast(sum, 10.5)).toBeCloseTo(0.4, 12);
    expect(chanceAtLeast(sum, 31)).toBe(0);
    expect(chanceAtLeast(sum, 0)).toBe(1);
    expect(distributionQuantile(sum, 0.2)).toBe(0);
    expect(distributionQuantile(sum, 0.5)).toBeCloseTo(10, 0);
  });

  it('refuses to enumerate more than sixteen', () => {
    const many = new Float64Array(17).fill(0.5);
    expect(() =>
      enumerateSum({ values: many, chances: many, further: 0, sizes: NOTHING }, { upTo: 1, points: 10 }),
    ).toThrow(RangeError);
  });

  it('rises from 0 to 1, whatever is in it', () => {
    const part = fc.record({
      value: fc.double({ min: 0.01, max: 1e9, noNaN: true }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (list, further) => {
          const values = Float64Array.from(list, ({ value }) => value);
          const parts = {
            values,
            chances: Float64Array.from(list, ({ chance }) => chance),
            further,
            sizes: values,
          };
          const upTo = 3 * values.reduce((sum, value) => sum + value, 0) + 1;
          const { cdf } = (list.length > 16 ? cosSum : enumerateSum)(parts, { upTo, points: 128 });
          expect(
            cdf.every(
              (one, at) =>
                Number.isFinite(one) && one >= -1e-9 && one <= 1 && one >= (cdf[at - 1] ?? -1) - 1e-9,
            ),
          ).toBe(true);
          expect(cdf.at(-1)).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
