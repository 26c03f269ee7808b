import { localMonths } from '../calendar/local-months';
import { breakdown, type Breakdown } from './breakdown';
import { sumsOf } from './sums-of';
import type { Handoff } from './finish-passes';
import { handoffsOf } from './handoffs-of';
import { measuresOf, type Measures } from './measures-of';
import type { HandoffRequest } from './request';
import { scorePasses } from './score-passes';
import { setting as settingOf } from './setting';
import { sortedGroups } from './sorted-groups';
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
  const { all, whole } = scorePasses(handoffs, setting);
  const total = sumsOf(all);
  const months = localMonths(request.calendar.timeZone);
  return {
    handoffs,
    measures: measuresOf(all, { own: total, others: without(total, total) }, whole),
    ...breakdown(all, { wider: all, whole, teams: setting.teams }),
    cohorts: sortedGroups(all, ({ handoff: { pass } }) => [months(pass.at.to)]).map(([month, part]) => {
      const own = sumsOf(part);
      return {
        month,
        maturing: part.some(({ handoff: { pass } }) => pass.at.to + setting.decideWithinMs > asOf),
        measures: measuresOf(part, { own, others: without(total, own) }, whole),
      };
    }),
  };
}
