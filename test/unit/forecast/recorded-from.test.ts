import { describe, expect, it } from 'vitest';
import { WIN } from '../../../lib/forecast/exposure';
import { recordedFrom } from '../../../lib/forecast/recorded-from';
import { TUNING } from '../../../lib/forecast/tuning';

const FIRST = 18_000;

/** A hundred deals at risk on each day, and wins on the days that are named. */
function recorded(days: number, winDays: readonly number[]): number {
  return recordedFrom(
    {
      firstDay: FIRST,
      days,
      cells: 1,
      atRisk: new Float64Array(days).fill(100),
      eventDay: Int32Array.from(winDays, (day) => FIRST + day),
      eventKind: new Int16Array(winDays.length).fill(WIN),
    },
    WIN,
    TUNING.silence,
  );
}

const daily = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('the day from which wins are recorded', () => {
  it('is the first day where wins came all along, or never', () => {
    expect(recorded(100, daily(0, 100))).toBe(FIRST);
    expect(recorded(100, [])).toBe(FIRST);
    expect(recorded(100, [50])).toBe(FIRST);
  });

  it('is the first win after a silence that is too long for chance', () => {
    expect(recorded(100, daily(60, 100))).toBe(FIRST + 60);
  });

  it('is the first day where the silence may be chance', () => {
    expect(
      recorded(
        100,
        daily(0, 100).filter((day) => day > 4 && day % 5 === 0),
      ),
    ).toBe(FIRST);
  });

  it('does not begin with a few early ones that were tried out', () => {
    expect(recorded(120, [20, 27, ...daily(60, 120)])).toBe(FIRST + 60);
  });

  it('stays the first day where wins became only twice as many', () => {
    expect(
      recorded(
        120,
        [...daily(0, 60), ...daily(60, 120), ...daily(60, 120)].sort((a, b) => a - b),
      ),
    ).toBe(FIRST);
  });
});
