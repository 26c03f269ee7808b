import { dayNumber } from '../calendar/day-number';
import { closingDays } from '../forecast/closing-days';
import { expectedNew } from '../forecast/expected-new';
import type { ForecastReport } from '../forecast/report';
import { converter } from '../pipeline/converter';
import { scopeCoverage } from '../pipeline/coverage/scope-coverage';
import { factValues } from '../pipeline/facts/fact-values';
import { lookBack } from '../pipeline/facts/look-back';
import { pastPoints } from '../pipeline/facts/past-points';
import { scopePoints } from '../pipeline/facts/scope-points';
import type { ForecastGlance } from '../pipeline/forecast-glance';
import type { Glance } from '../pipeline/glance';
import { lifeOf } from '../pipeline/life/life-of';
import { scopeTotal } from '../pipeline/scope-total';
import { scopeRule } from '../pipeline/scope/scope-rule';
import type { Database } from './database';
import type { VisitDeal, Zoned } from './each-deal';
import { readForecast } from './read-forecast';
import { readGlance } from './read-glance';
import { contentOf, readState } from './read-state';
import { readSettings } from './settings';

/** A day on the user's calendar, `YYYY-MM-DD`, and the instant, ISO 8601 UTC. */
interface Now extends Zoned {
  readonly today: string;
  readonly now: string;
}

/**
 * The forecast that popup and badge show, with the coverage that the scope's target needs: both learned from all deals
 * with their past, in one pass. For a worker, as `readForecast`.
 * @param onReport Given the report that it is made of.
 * @returns `undefined` while there are no deals, or no columns.
 */
export async function readForecastGlance(
  database: Database,
  { today, now, zone }: Now,
  onReport?: (report: ForecastReport) => Promise<void>,
): Promise<ForecastGlance | undefined> {
  const [state, glance] = [await readState(database), await readGlance(database, today)];
  if (state === undefined || glance === undefined || glance.deals === 0) return undefined;
  const { scope, period, targetMinor } = glance;
  const { currency } = glance.won;
  const points = await pointsOf(database, glance);
  const report = await readForecast(
    database,
    { today, now, zone, currency, scope, openTotal: scopeTotal(scope, glance.completeness) },
    points.visit,
  );
  await onReport?.(report);
  const landing = landingOf(report);
  if (landing === undefined) return undefined;
  return {
    uuid: state.uuid,
    generation: contentOf(state),
    day: today,
    madeAt: now,
    scope,
    currency,
    period: { start: period.start, end: period.end },
    targetMinor,
    basis: report.basis,
    landing,
    required: scopeCoverage({ ...glance, points: points.result() }, targetMinor, expectedNew(report))
      ?.required,
  };
}

function landingOf({ basis, periods: [present] }: ForecastReport): ForecastGlance['landing'] | undefined {
  if (present === undefined) return undefined;
  if (basis.kind === 'too-large') return { p10: 0, p50: 0, p90: 0, pHit: undefined, isTwoOutcomes: false };
  const { p10, p50, p90, pHit } = present.forecast;
  return {
    p10: Math.round(p10),
    p50: Math.round(p50),
    p90: Math.round(p90),
    pHit: pHit ?? undefined,
    isTwoOutcomes: present.decidedBy !== undefined,
  };
}

/** The scope's points of past periods, as the view Coverage has them. */
async function pointsOf(database: Database, { today, period, scope, won: { currency } }: Glance) {
  const [{ fiscal, teams }, rates] = await Promise.all([readSettings(database), database.rates.toArray()]);
  const convert = converter(rates, currency);
  const past = lookBack(period, fiscal);
  const points = pastPoints({ today, period, past }, factValues(convert, currency, today));
  const closings = closingDays();
  const visit: VisitDeal = (deal, own) => {
    const life = lifeOf(deal, own, today);
    // A glance is of everybody, a team or a person: segments are the dashboard's.
    points.add(life, {});
    if (life.closedDay !== undefined && deal.removedAt === undefined)
      closings.add(life.closedDay, deal.outcome === 'won');
  };
  return {
    visit,
    result: () =>
      scopePoints(points.result(closings.recordedFrom((dayNumber(today) ?? 0) + 1)), scopeRule(scope, teams)),
  };
}
