import { expect, test } from 'vitest';
import { placesOf } from '../../../lib/handoff/places-of';

const share = (low: number, high: number, n = 20) => ({
  value: (low + high) / 2,
  raw: (low + high) / 2,
  low,
  high,
  n,
});

test('a place is a range where intervals overlap, and one place where they are apart', () => {
  expect(placesOf([share(0.2, 0.3), share(0.7, 0.9), share(0.6, 0.75)])).toEqual([
    { from: 3, to: 3 },
    { from: 1, to: 2 },
    { from: 1, to: 2 },
  ]);
});

test('under 20 passes nobody has a place, and counts for nobody else’s', () => {
  expect(
    placesOf([share(0.9, 0.95, 19), share(0.7, 0.8), { kind: 'too-few', n: 2 }, share(0.2, 0.3)]),
  ).toEqual([undefined, { from: 1, to: 1 }, undefined, { from: 2, to: 2 }]);
  expect(placesOf([share(0.7, 0.8), share(0.1, 0.2, 19)])).toEqual([undefined, undefined]);
  expect(placesOf([])).toEqual([]);
});
