import { dayNumber } from '../calendar/day-number';
import { fiscalPeriod } from '../calendar/fiscal-period';
import { nextPeriod } from '../calendar/next-period';
import { bookInMaking } from '../forecast/book-in-making';
import { dealInputOf } from '../forecast/deal-input-of';
import type { ForecastReport } from '../forecast/report';
import { reportOfBook } from '../forecast/report-of-book';
import type { StageInput } from '../forecast/request';
import type { Sight } from '../forecast/sight-effect';
import { converter } from '../pipeline/converter';
import { scopeOwners } from '../pipeline/scope/scope-owners';
import { targetOn } from '../pipeline/targets/target-on';
import type { Database } from './database';
import { eachDeal, type VisitDeal } from './each-deal';
import { readSettings } from './settings';
import { targetsOf } from './targets';

/** Which forecast is asked for. */
export interface ForecastQuery {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Reporting currency. */
  readonly currency: string;
  /** See `scopeId`. */
  readonly scope: string;
  /** How many open deals the CRM said there are; absent: nothing states it. */
  readonly openTotal?: number | undefined;
}

/** Deals that are read at a time. */
const step = 500;

/**
 * The forecast of a scope's present and next period, from all stored deals with their changes: streamed, so that no more
 * of the store is there at once than a step. For a worker: what is learned from 100,000 deals takes seconds.
 *
 * What is known ends with today, so that what was won today is won here as everywhere. An owner's scope has the deals
 * that are that owner's now.
 */
export async function readForecast(
  database: Database,
  query: ForecastQuery,
  alongside?: VisitDeal,
): Promise<ForecastReport> {
  const { today, currency, scope } = query;
  const [settings, rates, targets, stages] = await Promise.all([
    readSettings(database),
    database.rates.toArray(),
    targetsOf(database).toArray(),
    readStages(database),
  ]);
  const period = fiscalPeriod(today, settings.fiscal);
  const convert = converter(rates, currency);
  const valuation = { today, periodStart: period.start, convert };
  const owners = scopeOwners(scope, settings.teams);
  const book = bookInMaking({ asOf: (dayNumber(today) ?? 0) + 1, dataStart: undefined, stages });
  const out = { removed: 0, 'no-outcome': 0, 'no-rate': 0 };
  let [openRead, closedUncreated] = [0, 0];
  await eachDeal(database, { step }, (deal, own) => {
    alongside?.(deal, own);
    if (owners !== undefined && !owners.includes(deal.owner ?? '')) return;
    const input = dealInputOf(deal, own, valuation);
    if (typeof input === 'string') out[input] += 1;
    else {
      if (input.status === 'open') openRead += 1;
      else if (!deal.createdOn && input.closedAt !== null) closedUncreated += 1;
      book.add(input);
    }
  });

  const periods = [period, nextPeriod(period, settings.fiscal)].map((one) => {
    const target = targetOn(targets, { scope, period: one, on: today });
    const minor = target && convert(target.amountMinor, target.currency, today);
    return {
      start: one.start,
      end: one.end,
      target: minor ?? null,
      isTargetWithoutRate: target !== undefined && minor === undefined,
    };
  });
  const { undated, ...report } = reportOfBook(book.result(), {
    periods,
    ...sightOf(query.openTotal, openRead),
  });
  return {
    ...report,
    currency,
    scope,
    today,
    closedUncreated,
    leftOut: { noRate: out['no-rate'], noOutcome: out['no-outcome'], undated },
    periods: report.periods.map((one, nth) => ({
      ...one,
      isTargetWithoutRate: periods[nth]?.isTargetWithoutRate ?? false,
    })),
  };
}

/** Stages as the CRM has them configured; those that end a deal are none that it is in. */
async function readStages(database: Database): Promise<readonly StageInput[]> {
  const byId = new Map<string, StageInput>();
  for (const { stage, order, probability, outcome } of await database.stages.toArray()) {
    if (outcome === 'open' && !byId.has(stage))
      byId.set(stage, { id: stage, order, probability: probability ?? null });
  }
  return [...byId.values()];
}

/** A total speaks of everything: of a team's or a person's deals nobody has stated one. */
function sightOf(openTotal: number | undefined, read: number): { readonly sight?: Sight } {
  return openTotal === undefined || openTotal <= read ? {} : { sight: { read, total: openTotal } };
}
