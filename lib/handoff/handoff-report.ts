import { breakdown, type Breakdown } from './breakdown';
import { foundOn, type Passes } from './found-on';
import { measuresOf, type Measures, type Scored } from './measures-of';
import { isChosen, type PassFilter } from './is-chosen';
import { ofDays } from './of-days';
import { othersOf } from './others-of';
import { rate, type Rate, type TooFew } from './rate';
import { sumsOf } from './sums-of';
import { waitingOf, type WaitingPass } from './waiting-of';
import { whatIsMissing, type Missing } from './what-is-missing';
import { without } from './without';

/** What is asked of the passes. */
export interface HandoffQuery {
  /** Days `YYYY-MM-DD` of the passes; `end` is outside. */
  readonly period: { readonly start: string; readonly end: string };
  readonly filter: PassFilter;
}

/** Passes of one month. */
export interface Cohort {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Its last pass is not yet as old as a decision may take. */
  readonly maturing: boolean;
  readonly measures: Measures;
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
  readonly waiting: { readonly rows: readonly WaitingPass[]; readonly n: number; readonly over: number };
  readonly missing: readonly Missing[];
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
  const { period, filter } = query;
  const lastDay = dayBefore(period.end);
  const { rules, scored } = foundOn(passes, lastDay < today ? lastDay : today);
  const now = foundOn(passes, today);
  const wider = ofDays(scored.all, { ...period, zone: rules.calendar.timeZone });
  const { teams } = rules.setting;
  const chosen = wider.filter((one) => isChosen(one, filter, teams));
  const own = sumsOf(chosen);
  const others = othersOf(chosen, own, { wider, filter, teams });
  const measures = measuresOf(chosen, { own, others }, scored.whole);
  const waiting = waitingOf(now.scored.all, { rules: now.rules, filter, deals: book.deals, asOf });
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
    ...breakdown(chosen, { wider, whole: scored.whole, teams }),
    cohorts: cohortsOf(passes, { filter, lastDay: lastDay < today ? lastDay : today }),
    returns: running(measures.returns),
    waiting,
    missing: whatIsMissing(now.rules, book.seen),
    choices: choicesOf(scored.all, teams),
  };
}

const MONTHS = 12;

function cohortsOf(
  passes: Passes,
  { filter, lastDay }: { readonly filter: PassFilter; readonly lastDay: string },
): readonly Cohort[] {
  const last = Temporal.PlainDate.from(lastDay).with({ day: 1 });
  const months = Array.from({ length: MONTHS }, (_, nth) => {
    const start = last.subtract({ months: MONTHS - 1 - nth });
    const end = start.add({ months: 1 });
    const closing = end.subtract({ days: 1 }).toString();
    const { rules, scored } = foundOn(passes, closing < passes.today ? closing : passes.today);
    const { teams } = rules.setting;
    const part = ofDays(scored.all, {
      start: start.toString(),
      end: end.toString(),
      zone: rules.calendar.timeZone,
    }).filter((one) => isChosen(one, filter, teams));
    return { month: start.toString().slice(0, 7), part, whole: scored.whole };
  });
  const total = sumsOf(months.flatMap(({ part }) => part));
  const first = months.findIndex(({ part }) => part.length > 0);
  return (first < 0 ? [] : months.slice(first)).map(({ month, part, whole }) => {
    const own = sumsOf(part);
    return {
      month,
      maturing: part.some(({ handoff: { pass } }) => pass.at.to + whole.decideWithinMs > whole.asOf),
      measures: measuresOf(part, { own, others: without(total, own) }, whole),
    };
  });
}

function running(returns: Measures['returns']): HandoffReport['returns'] {
  const all = returns.reduce((sum, { n }) => sum + n, 0);
  let so = 0;
  return returns.map(({ reason, n }) => {
    so += n;
    return { reason, n, running: so / all };
  });
}

function choicesOf(all: readonly Scored[], teams: ReadonlyMap<string, string>): HandoffReport['choices'] {
  const [sdrs, aes, sources] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { handoff } of all) {
    if (handoff.pass.from !== null) sdrs.add(handoff.pass.from);
    if (handoff.pass.to !== null) aes.add(handoff.pass.to);
    if (handoff.deal.source !== null) sources.add(handoff.deal.source);
  }
  const ofTeams = [...sdrs, ...aes].flatMap((person) => teams.get(person) ?? []);
  const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();
  return { sdrs: sorted(sdrs), aes: sorted(aes), teams: sorted(ofTeams), sources: sorted(sources) };
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
