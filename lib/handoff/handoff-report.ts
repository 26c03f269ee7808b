import { breakdown, type Breakdown } from './breakdown';
import { cohortsOf, type Cohort } from './cohorts-of';
import { foundOn, type Passes } from './found-on';
import { leadReport, type LeadReport } from './leads/lead-report';
import { measuresOf, type Measures } from './measures-of';
import { othersOf } from './others-of';
import type { PassColumns } from './pass-columns';
import { isChosen, type PassFilter } from './is-chosen';
import { rate, type Rate, type TooFew } from './rate';
import { partOfDays } from './part-of-days';
import { sumsOf } from './sums-of';
import { waitingOf, type Waiting } from './waiting-of';
import { whatIsMissing, type Missing } from './what-is-missing';

/** What is asked of the passes. */
export interface HandoffQuery {
  /** Days `YYYY-MM-DD` of the passes; `end` is outside. */
  readonly period: { readonly start: string; readonly end: string };
  readonly filter: PassFilter;
  /** Each pair of persons as well; absent: not. */
  readonly withPairs?: boolean;
}

/** Handoff quality of a period, as the screens show it. */
export interface HandoffReport extends Breakdown {
  /** ISO 8601 UTC. */
  readonly asOf: string;
  readonly query: HandoffQuery;
  /** The rules that the period's figures are made by. */
  readonly rules: {
    /** `undefined`: the user has set none. */
    readonly from: string | undefined;
    readonly decideWithinDays: number;
    readonly touchWithinHours: number;
  };
  readonly measures: Measures;
  /** Touched within the agreed hours: a part of the index. */
  readonly timeliness: Rate | TooFew;
  /** The twelve months up to the period's last, by the month of the pass; none without passes. */
  readonly cohorts: readonly Cohort[];
  /** Why passes came back, the most frequent first; `running`: share of all returns so far, 0..1. */
  readonly returns: readonly { readonly reason: string; readonly n: number; readonly running: number }[];
  /** Undecided to this day, whenever passed, the oldest first. */
  readonly waiting: Waiting;
  readonly missing: readonly Missing[];
  /** Of everybody, whatever passes are chosen. */
  readonly leads: LeadReport;
  /** What the passes of all time can be narrowed to, in order of name. */
  readonly choices: {
    readonly sdrs: readonly string[];
    readonly aes: readonly string[];
    readonly teams: readonly string[];
    readonly sources: readonly string[];
  };
}

/** Handoff quality of a period and a choice of passes. */
export function handoffReport(passes: Passes, query: HandoffQuery): HandoffReport {
  const { book, asOf, today } = passes;
  const { period, filter, withPairs = false } = query;
  const lastDay = dayBefore(period.end);
  const { rules, scored } = foundOn(passes, lastDay < today ? lastDay : today);
  const { columns, whole } = scored;
  const days = { ...period, zone: rules.calendar.timeZone };
  const wider = partOfDays(columns, days, () => true);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const chosen = isNarrowed ? partOfDays(columns, days, isChosen(columns, filter)) : wider;
  const { teams } = rules.setting;
  const own = sumsOf(chosen);
  const others = othersOf({ wider, filter, teams });
  const measures = measuresOf(chosen, { own, others }, whole);
  const now = foundOn(passes, today);
  return {
    asOf: new Date(asOf).toISOString(),
    query,
    rules: {
      from: passes.isSet ? rules.version.from : undefined,
      decideWithinDays: rules.version.decideWithinDays,
      touchWithinHours: rules.version.touchWithinHours,
    },
    measures,
    timeliness: rate(own.timeliness, others.timeliness),
    ...breakdown(chosen, { wider, whole, teams, withPairs }),
    cohorts: cohortsOf(passes, { filter, lastDay: lastDay < today ? lastDay : today }),
    returns: running(measures.returns),
    waiting: waitingOf(now, { filter, deals: book.deals, asOf }),
    missing: whatIsMissing(now.rules, book.seen),
    leads: leadReport(passes.leads, { period, lastDay: lastDay < today ? lastDay : today }),
    choices: choicesOf(columns),
  };
}

function running(returns: Measures['returns']): HandoffReport['returns'] {
  const all = returns.reduce((sum, { n }) => sum + n, 0);
  let so = 0;
  return returns.map(({ reason, n }) => {
    so += n;
    return { reason, n, running: so / all };
  });
}

function choicesOf({ from, to, teams, source }: PassColumns): HandoffReport['choices'] {
  return { sdrs: from.names, aes: to.names, teams: teams.names, sources: source.names };
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
