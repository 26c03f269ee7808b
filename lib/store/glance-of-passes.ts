import { handoffReport } from '../handoff/handoff-report';
import type { Passes } from '../handoff/found-on';
import type { HandoffGlance } from '../pipeline/handoff-glance';
import type { Database } from './database';
import { filterOfScope } from '../handoff/filter-of-scope';
import { readGlance } from './read-glance';
import type { StateMark } from './read-state';

const TREND = 6;

/**
 * What popup and side panel show of handoffs, in the scope and period of their other figures.
 *
 * @returns `undefined` while there are no deals, or no columns.
 */
export async function glanceOfPasses(
  database: Database,
  passes: Passes & { readonly nameOf: (name: string) => string },
  { mark, now }: { readonly mark: StateMark; readonly now: string },
): Promise<HandoffGlance | undefined> {
  const glance = await readGlance(database, passes.today);
  if (glance === undefined || glance.deals === 0) return undefined;
  const { scope, period } = glance;
  const { measures, cohorts, missing } = handoffReport(passes, {
    period,
    filter: filterOfScope(scope, passes.nameOf),
  });
  const { timeToAcceptHours: time, completeness } = measures;
  return {
    uuid: mark.uuid,
    generation: mark.content,
    day: passes.today,
    madeAt: now,
    scope,
    period: { start: period.start, end: period.end },
    passes: measures.passes,
    accepted: measures.accepted,
    waiting: measures.undecided,
    returned: measures.rejected + measures.recycled,
    lapsed: measures.lapsed,
    hoursToAccept: 'kind' in time ? undefined : time.median,
    complete: 'kind' in completeness ? undefined : completeness.value,
    trend: cohorts.slice(-TREND).map(({ month, maturing, measures: { acceptanceRate } }) => ({
      month,
      share: 'kind' in acceptanceRate ? undefined : acceptanceRate.value,
      maturing,
    })),
    missing,
  };
}
