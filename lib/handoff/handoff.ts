import { localMonths } from '../calendar/local-months';
import { answerableChecks } from './answerable-checks';
import { countsOf } from './counts-of';
import { without } from './without';
import { handoffsOf, type Handoff } from './handoffs-of';
import { incidenceCurve } from './incidence-curve';
import { decisionLife } from './decision-life';
import { stageTwoLife } from './stage-two-life';
import { measuresOf, type Measures, type Scored, type Whole } from './measures-of';
import type { HandoffRequest } from './request';
import type { Counts } from './metrics';
import { scores } from './scores';
import { setting as settingOf } from './setting';

export interface HandoffAnswer {
  readonly handoffs: readonly Handoff[];
  readonly measures: Measures;
  readonly byPerson: readonly {
    readonly id: string;
    readonly role: 'sdr' | 'ae';
    readonly measures: Measures;
  }[];
  readonly byPair: readonly { readonly from: string; readonly to: string; readonly measures: Measures }[];
  readonly byTeam: readonly { readonly team: string; readonly measures: Measures }[];
  readonly bySource: readonly { readonly source: string; readonly measures: Measures }[];
  readonly cohorts: readonly {
    readonly month: string;
    readonly maturing: boolean;
    readonly measures: Measures;
  }[];
}

/**
 * Handoff quality of a request: every pass, and the measures of all of them, of each person in the role that the
 * person had, pair, team, source and month. Same request, same answer, for ever.
 */
export function handoff(request: HandoffRequest): HandoffAnswer {
  const { asOf, process } = request;
  const { decideWithinMs, qualifiedOrder, teams } = settingOf(request.people, process, asOf);
  const handoffs = handoffsOf(request);
  const sight = {
    asOf,
    decideWithinMs,
    answerable: answerableChecks(handoffs),
    knowsStages: qualifiedOrder !== undefined,
  };
  const all = handoffs.map((one): Scored => ({ handoff: one, scores: scores(one, sight) }));
  const whole: Whole = {
    asOf,
    decideWithinMs,
    acceptance: incidenceCurve(handoffs.map((one) => decisionLife(one, sight))),
    stageTwo: incidenceCurve(all.map((one) => stageTwoLife(one, asOf))),
  };
  const total = sumsOf(all);
  const measured = (part: readonly Scored[], wider: Counts): Measures => {
    const own = sumsOf(part);
    return measuresOf(part, { own, others: without(wider, own) }, whole);
  };
  const groups = (keyOf: (one: Scored) => string | null) => sortedGroups(all, (one) => [keyOf(one)]);
  const months = localMonths(request.calendar.timeZone);
  const person = (role: 'sdr' | 'ae') => {
    const of = ({ handoff: { pass } }: Scored): string | null => (role === 'sdr' ? pass.from : pass.to);
    const team = (one: Scored): string | null => teams.get(of(one) ?? '') ?? null;
    const wider = new Map(groups(team).map(([name, part]) => [name, sumsOf(part)]));
    return groups(of).map(([id, part]) => {
      const own = sumsOf(part);
      const mates = wider.get(teams.get(id) ?? '');
      // Without team mates who passed anything, the others of the whole.
      const others =
        mates === undefined || mates.acceptance.n <= own.acceptance.n
          ? without(total, own)
          : without(mates, own);
      return { id, role, measures: measuresOf(part, { own, others }, whole) };
    });
  };
  return {
    handoffs,
    measures: measuresOf(all, { own: total, others: without(total, total) }, whole),
    byPerson: [...person('sdr'), ...person('ae')],
    byPair: groups(({ handoff: { pass } }) =>
      pass.from === null || pass.to === null ? null : JSON.stringify([pass.from, pass.to]),
    ).map(([key, part]) => {
      const [from, to] = JSON.parse(key) as [string, string]; // as it was written above
      return { from, to, measures: measured(part, total) };
    }),
    byTeam: sortedGroups(all, ({ handoff: { pass } }) => [
      teams.get(pass.from ?? '') ?? null,
      teams.get(pass.to ?? '') ?? null,
    ]).map(([team, part]) => ({ team, measures: measured(part, total) })),
    bySource: groups(({ handoff: { deal } }) => deal.source).map(([source, part]) => ({
      source,
      measures: measured(part, total),
    })),
    cohorts: groups(({ handoff: { pass } }) => months(pass.at.to)).map(([month, part]) => ({
      month,
      maturing: part.some(({ handoff: { pass } }) => pass.at.to + decideWithinMs > asOf),
      measures: measured(part, total),
    })),
  };
}

function sumsOf(part: readonly Scored[]): Counts {
  return countsOf(part.map(({ scores: own }) => own));
}

/** Groups by key, in the keys' order; a pass with two keys is in both groups, one without any in none. */
function sortedGroups(
  all: readonly Scored[],
  keysOf: (one: Scored) => readonly (string | null)[],
): readonly (readonly [string, readonly Scored[]])[] {
  const groups = new Map<string, Scored[]>();
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      if (key === null) continue;
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [one]);
      else own.push(one);
    }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
