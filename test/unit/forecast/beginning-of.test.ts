import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../lib/forecast/beginning-of';
import { TUNING } from '../../../lib/forecast/tuning';

const FIRST = 18_000;
const daily = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('the beginning of a stream', () => {
  const beginning = (...happened: readonly number[]): number =>
    beginningOf(
      {
        firstDay: FIRST,
        happened: Float64Array.from(happened),
        exposed: new Float64Array(happened.length).fill(1),
      },
      TUNING.silence,
    );

  it('is after a day that was left over from before', () => {
    expect(beginning(1, ...daily(0, 40).map(() => 45))).toBe(FIRST + 1);
  });

  it('is the first day where it was there all along', () => {
    expect(beginning(...daily(0, 40).map((day) => (day % 7 < 5 ? 9 : 0)))).toBe(FIRST);
    expect(beginning(0, 0, 0)).toBe(FIRST);
  });
});
