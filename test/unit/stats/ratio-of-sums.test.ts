import { describe, expect, it } from 'vitest';
import { ratioOfSums } from '../../../lib/stats/ratio-of-sums';

describe('a ratio of sums', () => {
  it('has the standard error of the ratio estimator, by hand', () => {
    // Residuals -1, 0, 1: 3 / 2 times 2, and its root by 6.
    expect(ratioOfSums([1, 2, 3], [2, 2, 2])).toEqual({ value: 1, error: Math.sqrt(3) / 6 });
  });

  it('is that of the share of ones where all below are one', () => {
    const share = ratioOfSums(
      [1, 0, 0, 1, 0, 0, 0, 0],
      Array.from({ length: 8 }, () => 1),
    );
    expect(share?.value).toBe(0.25);
    expect(share?.error).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 7), 12);
  });

  it('has no error where every unit has the same ratio, and is none of one unit or of nothing', () => {
    expect(ratioOfSums([2, 4], [1, 2])).toEqual({ value: 2, error: 0 });
    expect(ratioOfSums([1], [1])).toBeUndefined();
    expect(ratioOfSums([0, 0], [0, 0])).toBeUndefined();
  });
});
