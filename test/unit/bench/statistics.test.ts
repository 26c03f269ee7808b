import { describe, expect, test } from 'vitest';
import { inTurns, median, pairedRatio } from '../../bench/statistics';

describe('the median', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[1, 1, 900], 1],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test('of nothing is no number', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('the ratio of pairs', () => {
  test('is the middle one of the ratios, not the ratio of the middle ones', () => {
    expect(pairedRatio([2, 20, 4], [1, 10, 4])).toBe(2);
  });

  test('stays what it is while the whole machine is slow for some of the pairs', () => {
    const calm = [10, 11, 9, 10, 12];
    const slow = [1, 1, 8, 8, 8];
    const loaded = (values: readonly number[]) => values.map((value, at) => value * (slow[at] ?? 1));
    const ours = calm.map((value) => value * 3);
    expect(pairedRatio(loaded(ours), loaded(calm))).toBeCloseTo(3);
  });

  test('refuses a value without a partner', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError);
  });
});

describe('taking turns', () => {
  test('measures every side in every round, and begins each round with another one', async () => {
    const order: string[] = [];
    const side = (name: string) => async (round: number) => {
      order.push(`${round}${name}`);
      return round;
    };
    const times = await inTurns({ a: side('a'), b: side('b'), c: side('c') }, 3);
    expect(order).toEqual(['0a', '0b', '0c', '1b', '1c', '1a', '2c', '2a', '2b']);
    expect(times).toEqual({ a: [0, 1, 2], b: [0, 1, 2], c: [0, 1, 2] });
  });
});
