import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortInSteps } from '../../../../lib/pipeline/list/sort-in-steps';

test('sorts like the language does, and leaves equals in their order, over any number of steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 50 }), (length, kinds) => {
      const value = (slot: number) => (slot * 7919) % kinds;
      const slots = Uint32Array.from({ length }, (_, slot) => slot);
      const truth = [...slots].toSorted((a, b) => value(a) - value(b));
      for (const _ of sortInSteps(slots, (a, b) => value(a) - value(b)));
      expect([...slots]).toEqual(truth);
    }),
    { numRuns: 30 },
  );
});

test('no step compares more than a page may wait for', () => {
  let compared = 0;
  let most = 0;
  const slots = Uint32Array.from({ length: 20_000 }, (_, slot) => (slot * 7919) % 20_000);
  const compare = (a: number, b: number) => {
    compared += 1;
    return a - b;
  };
  for (const _ of sortInSteps(slots, compare)) {
    most = Math.max(most, compared);
    compared = 0;
  }
  expect(most).toBeLessThan(25_000);
});
