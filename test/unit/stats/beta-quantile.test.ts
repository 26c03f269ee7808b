import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaDistribution } from '../../../lib/stats/beta-distribution';
import { betaQuantile } from '../../../lib/stats/beta-quantile';

const positive = fc.double({ min: 0.05, max: 2000, noNaN: true });

describe('a quantile of a Beta distribution', () => {
  it('is what sixty halvings find, though most of them are not worked out', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), positive, positive, (p, a, b) => {
        const { chance } = betaDistribution({ a, b });
        let [low, high] = [0, 1];
        for (let turn = 0; turn < 60; turn += 1) {
          const middle = (low + high) / 2;
          if (chance(middle) < p) low = middle;
          else high = middle;
        }
        expect(Math.abs(betaQuantile(p, { a, b }) - (low + high) / 2)).toBeLessThan(1e-14);
      }),
      { numRuns: 300 },
    );
  });
});
