import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstChange } from '../../../lib/deal/first-change';

describe('firstChange', () => {
  const step = (from: string | null, to: string | null, at: string) => ({ from, to, at, notBefore: at });

  it('is none where nothing changed', () => {
    const at = '2026-03-02T08:00:00Z';
    expect(firstChange([])).toBeUndefined();
    expect(firstChange([step('A', 'B', at), step('B', 'A', at)])).toBeUndefined();
  });

  it('tells amounts of one number apart by what they are counted in', () => {
    const at = '2026-03-02T08:00:00Z';
    const toEuro = {
      ...step(null, null, at),
      from: 10000,
      to: 10000,
      units: { from: { currency: 'DKK' }, to: { currency: 'EUR' } },
    };
    expect(firstChange([toEuro])).toBe(toEuro);
    const later = { ...toEuro, to: 20000, units: { from: { currency: 'EUR' }, to: { currency: 'EUR' } } };
    expect(firstChange([later, toEuro])).toBe(toEuro);
  });

  it('takes the start that may have come first where the changes of one instant are no chain', () => {
    const at = '2026-03-02T08:00:00Z';
    const broken = [
      { ...step('X', 'Y', at), notBefore: '2026-03-01T08:00:00Z' },
      { ...step('A', 'B', at), notBefore: '2026-02-01T08:00:00Z' },
    ];
    expect(firstChange(broken)?.from).toBe('A');
    expect(firstChange(broken.toReversed())?.from).toBe('A');
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
        const first = firstChange(steps);
        expect(first === undefined ? points.at(-1)?.[0] : first.from).toBe(points[0]?.[0]);
      }),
      { numRuns: 1000 },
    );
  });
});
