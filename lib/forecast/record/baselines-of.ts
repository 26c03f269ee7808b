import type { CrmView } from './crm-views';
import type { Baselines } from './frozen-forecast';
import type { PeriodAt } from './lands-at-rate';
import { runRateOf } from './run-rate-of';
import type { WonDays } from './won-days';

interface Known {
  readonly won: WonDays;
  /** Closings before this day are not known: what a period before it has landed is not known either. */
  readonly knownFrom: number;
  readonly crm: CrmView;
  /** The last period of the same kind that was over by then. */
  readonly before: { readonly start: number; readonly end: number };
}

interface BaselinePeriod extends PeriodAt {
  /** Won by then, and dated inside it on that day or later. */
  readonly wonAhead?: number;
}

/** What the four usual ways said of a period, by what was known at the beginning of a day, or in the course of it. */
export function baselinesOf(period: BaselinePeriod, { won, knownFrom, crm, before }: Known): Baselines {
  const { wonAhead = 0 } = period;
  const known = period.rest === undefined ? period.asOf : period.asOf + 1;
  const toDate = won.between(period.start, Math.min(period.end, known)) + wonAhead;
  const runRate = runRateOf(won, period);
  const whole = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.round(value);
  const last = before.start >= knownFrom ? won.between(before.start, before.end) : null;
  return {
    lastPeriodMinor: whole(last),
    runRateMinor: whole(runRate === undefined ? undefined : runRate + wonAhead),
    stageWeightsMinor: whole(crm.stageWeights === null ? null : toDate + crm.stageWeights),
    commitMinor: whole(crm.commit === null ? null : toDate + crm.commit),
  };
}
