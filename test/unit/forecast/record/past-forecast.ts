import type { PastForecast } from '../../../../lib/forecast/record/past-forecast';

/** A forecast of January 2026 of which only the named facts matter. */
export function pastForecast(facts: Partial<PastForecast> = {}): PastForecast {
  return {
    kind: 'month',
    start: '2026-01-01',
    end: '2026-02-01',
    share: 0.5,
    asOf: '2026-01-16',
    madeBy: 'recomputed',
    p10: 80,
    p50: 100,
    mean: 100,
    p90: 120,
    pHit: null,
    markMinor: null,
    markFrom: 'reference',
    baselines: { lastPeriodMinor: null, runRateMinor: null, stageWeightsMinor: null, commitMinor: null },
    landedMinor: 100,
    ...facts,
  };
}
