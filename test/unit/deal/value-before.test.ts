import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueBefore } from '../../../lib/deal/value-before';

describe('valueBefore', () => {
  const step = (from: string | null, to: string | null, at: string) => ({ from, to, at, notBefore: at });

  it('is the value itself where nothing changed', () => {
    expect(valueBefore([], 'A')).toBe('A');
    expect(valueBefore([], undefined)).toBeUndefined();
  });

  it('takes the start that may have come first where the changes of one instant are no chain', () => {
    const at = '2026-03-02T08:00:00Z';
    const broken = [
      { ...step('X', 'Y', at), notBefore: '2026-03-01T08:00:00Z' },
      { ...step('A', 'B', at), notBefore: '2026-02-01T08:00:00Z' },
    ];
    expect(valueBefore(broken, 'B')).toBe('A');
    expect(valueBefore(broken.toReversed(), 'B')).toBe('A');
  });

  it('finds the beginning of any walk, though many of its steps bear one instant and all are shuffled', () => {
    const walk = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', null), fc.nat(3)), {
      minLength: 1,
      maxLength: 12,
    });
    const shuffled = walk.chain((points) => {
      // Instants never fall, and often stay: histories of whole seconds look like this.
      let second = 0;
      const steps = points.slice(1).map(([to, wait], nth) => {
        second += wait;
        return step(points[nth]?.[0] ?? null, to, `2026-03-02T08:00:${String(second).padStart(2, '0')}Z`);
      });
      const real = steps.filter(({ from, to }) => from !== to);
      return fc.tuple(
        fc.constant(points),
        fc.shuffledSubarray(real, { minLength: real.length, maxLength: real.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([points, steps]) => {
        expect(valueBefore(steps, points.at(-1)?.[0])).toBe(points[0]?.[0]);
      }),
      { numRuns: 1000 },
    );
  });
});
