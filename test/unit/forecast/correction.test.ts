import { describe, expect, it } from 'vitest';
import { correction, type PastViews } from '../../../lib/forecast/correction';
import type { PaceTuning } from '../../../lib/forecast/tuning';

const tuning: PaceTuning = {
  usualShare: 0.4,
  fewWins: 15,
  shareSpread: 0.3,
  biasSpread: 0.05,
  usualError: 0.2,
  usualSpans: 4,
  overlap: 2,
  mostDistance: 0.5,
};
const many = 1e15;

/** Spans in which the pace was so far from the model, and what came so far from it, in the logarithm. */
function spans(count: number, apart: number, came: (apart: number) => number): readonly PastViews[] {
  return Array.from({ length: count }, (_, at) => {
    const log = at % 2 === 0 ? apart : -apart;
    return {
      views: { model: 100, pace: 100 * Math.exp(log), wins: many },
      actual: 100 * Math.exp(came(log)),
    };
  });
}

describe('the correction of the model', () => {
  const views = { model: 100, pace: 100 * Math.exp(0.2), wins: many };

  it('is the usual share of the distance to the pace while there is no past', () => {
    expect(correction(views, [], tuning)).toBeCloseTo(tuning.usualShare * 0.2, 9);
  });

  it('is less the fewer wins the pace was learned from', () => {
    const of = (wins: number): number => correction({ ...views, wins }, [], tuning);
    expect(of(0)).toBe(0);
    expect(of(tuning.fewWins)).toBeCloseTo((tuning.usualShare * 0.2) / 2, 9);
  });

  it('moves to the pace where the past followed it, and to the model where it followed that', () => {
    const towards = (share: number): number =>
      correction(
        views,
        spans(8, 0.4, (apart) => share * apart),
        tuning,
      ) / 0.2;
    expect(towards(1)).toBeGreaterThan(0.8);
    expect(towards(0)).toBeLessThan(0.15);
    expect(towards(tuning.usualShare)).toBeCloseTo(tuning.usualShare, 6);
  });

  it('corrects a bias of the past, a little', () => {
    const even = { model: 100, pace: 100, wins: many };
    const biased = correction(
      even,
      spans(8, 0, () => 0.2),
      tuning,
    );
    expect(biased).toBeGreaterThan(0.02);
    expect(biased).toBeLessThan(0.15);
  });

  it('is the mean of the normal posterior: one span, by hand', () => {
    // y = 0.3, x = 0.2, error variance learned as (4 * 0.2^2 + e^2 / 2) / 4.5 from its own residual, three times.
    const past = spans(1, 0.2, () => 0.3);
    let [bias, share] = [0, 0.4];
    for (let round = 0; round < 3; round += 1) {
      const weight = 4.5 / (4 * 0.04 + (0.3 - bias - share * 0.2) ** 2 / 2) / 2;
      // Both coefficients move along (spread^2 of each) times (1, x), by what is left over.
      const gain = 1 / (1 / weight + 0.05 ** 2 + 0.3 ** 2 * 0.2 ** 2);
      const left = 0.3 - 0.4 * 0.2;
      [bias, share] = [0.05 ** 2 * gain * left, 0.4 + 0.3 ** 2 * 0.2 * gain * left];
    }
    expect(correction(views, past, tuning)).toBeCloseTo(bias + share * 0.2, 9);
  });

  it('does not follow a pace that is far off beyond a bound, nor one of no wins', () => {
    const far = correction({ model: 1, pace: 1e6, wins: many }, [], tuning);
    expect(far).toBeCloseTo(tuning.usualShare * tuning.mostDistance, 9);
    expect(correction({ model: 1, pace: 0, wins: many }, [], tuning)).toBe(0);
    expect(correction({ model: 0, pace: 5, wins: many }, [], tuning)).toBe(0);
  });
});
