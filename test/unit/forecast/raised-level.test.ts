import { describe, expect, it } from 'vitest';
import { raisedLevel } from '../../../lib/forecast/raised-level';

const chances = Float64Array.of(0.05, 0.5, 0.9, 0, 1);
const values = Float64Array.of(100, 10, 40, 1000, 5);
const openMean = chances.reduce((sum, chance, at) => sum + chance * (values[at] ?? 0), 0);
const span = { deals: Int32Array.of(0, 1, 2, 3, 4), chances, values, openMean, newWins: 2 };

/** What is expected where all hazards are so many times as high. */
function expected(level: number, newValue: number): number {
  return chances.reduce(
    (sum, chance, at) => sum + (1 - (1 - Math.min(chance, 1 - 1e-12)) ** level) * (values[at] ?? 0),
    newValue * level,
  );
}

describe('the level of hazards', () => {
  it.each([0.6, 0.9, 1, 1.2, 1.8])('brings %f of what is expected', (wanted) => {
    const level = raisedLevel(span, 30, wanted);
    expect(expected(level, 30) / (openMean + 30)).toBeCloseTo(wanted, 2);
  });

  it('is bounded where the deals cannot bring as much, and 1 where nothing is expected', () => {
    expect(raisedLevel(span, 0, 10)).toBeLessThanOrEqual(Math.exp(3) + 1e-9);
    const none = { ...span, chances: new Float64Array(5), openMean: 0 };
    expect(raisedLevel(none, 0, 1.5)).toBe(1);
  });
});
