import { describe, expect, test } from 'vitest';
import { pinballLoss } from '../../../lib/stats/pinball-loss';

describe('the pinball loss', () => {
  test('costs the level what it falls short of, and the rest what it is over', () => {
    expect(pinballLoss(10, 8, 0.9)).toBeCloseTo(1.8);
    expect(pinballLoss(8, 10, 0.9)).toBeCloseTo(0.2);
    expect(pinballLoss(10, 8, 0.5)).toBe(1);
    expect(pinballLoss(8, 10, 0.5)).toBe(1);
    expect(pinballLoss(10, 10, 0.1)).toBe(0);
  });

  test('is least on average at the true quantile', () => {
    const came = Array.from({ length: 100 }, (_, at) => at);
    const cost = (quantile: number) => came.reduce((sum, one) => sum + pinballLoss(one, quantile, 0.9), 0);
    const best = came.reduce((least, one) => (cost(one) < cost(least) ? one : least), 0);
    expect(best).toBeGreaterThanOrEqual(89);
    expect(best).toBeLessThanOrEqual(90);
  });
});
