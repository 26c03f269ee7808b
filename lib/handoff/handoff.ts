import { localMonths } from '../calendar/local-months';
import { breakdown, type Breakdown } from './breakdown';
import { coded } from './coded';
import type { Handoff } from './finish-passes';
import { handoffsOf } from './handoffs-of';
import { isYoung } from './is-young';
import { measuresOf, type Measures } from './measures-of';
import type { HandoffRequest } from './request';
import { scorePasses } from './score-passes';
import { setting as settingOf } from './setting';
import { split } from './split';
import { sumsOf } from './sums-of';
import { wholeOf } from './whole-of';
import { without } from './without';

export interface HandoffAnswer extends Breakdown {
  readonly handoffs: readonly Handoff[];
  readonly measures: Measures;
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
  const setting = settingOf(request.people, process, asOf);
  const handoffs = handoffsOf(request);
  const { columns, whole } = scorePasses(handoffs, setting);
  const all = wholeOf(columns);
  const total = sumsOf(all);
  const monthOf = localMonths(request.calendar.timeZone);
  const months = coded(handoffs.map(({ pass }) => monthOf(pass.at.to)));
  return {
    handoffs,
    measures: measuresOf(all, { own: total, others: without(total, total) }, whole),
    ...breakdown(all, { wider: all, whole, teams: setting.teams, withPairs: true }),
    cohorts: split(all, [months.codes], months.names.length).map((part, group) => {
      const own = sumsOf(part);
      return {
        month: months.names[group] ?? '',
        maturing: isYoung(part, setting.decideWithinMs, asOf),
        measures: measuresOf(part, { own, others: without(total, own) }, whole),
      };
    }),
  };
}
