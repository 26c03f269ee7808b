import { breakdown, matesOf, sumsOf, type Breakdown } from './breakdown';
import { measuresOf, type Measures, type Scored } from './measures-of';
import type { Counts } from './metrics';
import { isChosen, type PassFilter } from './pass-filter';
import type { PassBook } from './passes-in-making';
import { rate, type Rate, type TooFew } from './rate';
import type { Rules } from './rules';
import type { ScoredPasses } from './score-passes';
import { waitingOf, type WaitingPass } from './waiting';
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

/** What a report is made of: passes found by every version of the rules. */
export interface Passes {
  readonly book: PassBook;
  /** Beside `book.found`, the earliest first. */
  readonly rules: readonly Rules[];
  /** False where the user has set none, and the usual ones stand in. */
  readonly isSet: boolean;
  /** Milliseconds, and the same moment's day by the user's calendar. */
  readonly asOf: number;
  readonly today: string;
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

interface Found {
  readonly rules: Rules;
  readonly scored: ScoredPasses;
}

/** The rules that hold on a day, the earliest also before it, and what they find. */
export function foundOn({ rules, book }: Passes, day: string): Found {
  const at = Math.max(
    0,
    rules.findLastIndex(({ version }) => version.from <= day),
  );
  const [one, scored] = [rules[at], book.found[at]];
  if (one === undefined || scored === undefined) throw new RangeError('no rules');
  return { rules: one, scored };
}

/** Passes of some days by the clock of the business calendar. */
export function ofDays(
  all: readonly Scored[],
  { start, end, zone }: { readonly start: string; readonly end: string; readonly zone: string },
): readonly Scored[] {
  const instant = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  const [from, to] = [instant(start), instant(end)];
  return all.filter(({ handoff: { pass } }) => pass.at.to >= from && pass.at.to < to);
}

interface Around {
  readonly wider: readonly Scored[];
  readonly filter: PassFilter;
  readonly teams: ReadonlyMap<string, string>;
}

/** What a choice is shrunk to: a person to the team, everything else to all others; all of them to nothing. */
export function othersOf(
  chosen: readonly Scored[],
  own: Counts,
  { wider, filter: { sdr, ae, ...further }, teams }: Around,
): Counts {
  const total = sumsOf(wider);
  const isOne = (sdr === undefined) !== (ae === undefined) && Object.keys(further).length === 0;
  if (!isOne) return without(total, own);
  const role = sdr === undefined ? 'ae' : 'sdr';
  return without(matesOf(wider, { role, teams, total })(sdr ?? ae ?? '', chosen), own);
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
