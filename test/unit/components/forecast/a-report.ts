import { segmentValues } from '../../../../lib/pipeline/scope/segment-values';
import type { ForecastReport, PeriodReport, TopDeal } from '../../../../lib/forecast/report';
import { aDeal } from '../a-deal';

const top = (id: number): TopDeal => ({
  key: aDeal(id).key,
  chance: 0.4,
  value: 1_000_000,
  isAmountKnown: true,
  drivers: [],
});

const period: PeriodReport = {
  start: '2026-04-01',
  end: '2026-07-01',
  target: 96_000_000,
  isTargetWithoutRate: false,
  forecast: {
    period: 'now',
    wonToDate: 41_230_000,
    p10: 75_200_000,
    p50: 90_700_000,
    mean: 91_075_600,
    p90: 107_000_000,
    pHit: 0.34,
  },
  parts: { won: 41_230_000, open: 42_523_900, fresh: 7_321_700 },
  freshWins: 2.2,
  wonByDay: [],
  decidedBy: undefined,
  top: [top(1), top(2)],
  others: { n: 3, expected: 123_400 },
};

/** A forecast of the deals 1 and 2 for a quarter and the one after it. */
export const aReport: ForecastReport = {
  currency: 'EUR',
  scope: 'all',
  today: '2026-05-19',
  basis: { kind: 'measured', closed: 120 },
  deals: 187,
  open: 41,
  since: '2025-01-02',
  closedSince: '2025-02-03',
  leftOut: { noRate: 0, noOutcome: 0, undated: 0 },
  uncreated: { open: 0, closed: 0 },
  isTotalUnknown: false,
  wonAhead: 0,
  withoutAmount: 0,
  segments: segmentValues().result(),
  frozen: [],
  periods: [period, { ...period, start: '2026-07-01', end: '2026-10-01' }],
};
