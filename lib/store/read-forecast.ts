import { dayNumber } from '../calendar/day-number';
import { fiscalPeriod } from '../calendar/fiscal-period';
import { nextPeriod } from '../calendar/next-period';
import { previousPeriod } from '../calendar/previous-period';
import { bookInMaking } from '../forecast/book-in-making';
import { dealInputOf } from '../forecast/deal-input-of';
import { baselinesOf } from '../forecast/record/baselines-of';
import { bookDigest } from '../forecast/record/book-digest';
import { crmViews } from '../forecast/record/crm-views';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import { frozenForecastsOf } from '../forecast/record/frozen-forecasts-of';
import { wonDays } from '../forecast/record/won-days';
import { recurringDesk } from '../forecast/recurring/recurring-desk';
import { recurringInMaking } from '../forecast/recurring/recurring-in-making';
import type { ForecastReport } from '../forecast/report';
import { reportOfBook } from '../forecast/report-of-book';
import { type WhatIfDesk, whatIfDesk } from '../forecast/what-if/what-if-desk';
import { converter } from '../pipeline/converter';
import { scopeOwners } from '../pipeline/scope/scope-owners';
import { targetOn } from '../pipeline/targets/target-on';
import type { Database } from './database';
import { eachDeal, type VisitDeal, type Zoned } from './each-deal';
import { readStages } from './read-stages';
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

/** A forecast that was read, and whoever answers what would be if. */
interface LearnedForecast {
  readonly report: ForecastReport;
  readonly desk: WhatIfDesk;
}

/** Deals that are read at a time. */
const step = 500;

/**
 * The forecast of a scope's present and next period, from all stored deals with their changes: streamed, so that no more
 * of the store is there at once than a step. For a worker: what is learned from 100,000 deals takes seconds.
 *
 * What is known of today is known: what was won today is won here as everywhere, and so is a won deal that is dated later
 * in the period. The rest of today is still to come. An owner's scope has the deals that are that owner's now.
 */
export async function learnForecast(
  database: Database,
  query: ForecastQuery & Zoned,
  alongside?: VisitDeal,
): Promise<LearnedForecast> {
  const { today, currency, scope, zone } = query;
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
  const asOf = (dayNumber(today) ?? 0) + 1;
  const making = bookInMaking({ asOf, dataStart: undefined, stages });
  const next = nextPeriod(period, settings.fiscal);
  const spans = [period, next].map(({ start, end }) => ({ ...daysOf({ start, end }), asOf }));
  const crm = crmViews(spans);
  const chances = new Map(stages.map(({ id, probability }) => [id, probability]));
  const ahead: { readonly on: string; readonly value: number }[] = [];
  const out = { removed: 0, 'no-outcome': 0, 'no-rate': 0 };
  let [openRead, openMinor, closedUncreated] = [0, 0, 0];
  const renewals = new Set<string>();
  const recurring = recurringInMaking({ today, convert });
  await eachDeal(database, { step, zone }, (deal, own) => {
    alongside?.(deal, own);
    if (owners !== undefined && !owners.includes(deal.owner ?? '')) return;
    recurring.add(deal);
    // Read is read, whatever it is worth: only what was not read may be like what was.
    if (deal.outcome === 'open' && deal.removedAt === undefined) openRead += 1;
    const input = dealInputOf(deal, own, valuation);
    if (typeof input === 'string') out[input] += 1;
    else if (input.closedAt !== null && input.closedAt > today) {
      if (input.status === 'won')
        ahead.push({ on: input.closedAt, value: Math.max(0, input.closedAmount ?? 0) });
    } else {
      if (input.status === 'open') {
        if (deal.kind === 'renewal') renewals.add(deal.key);
        openMinor += input.amount ?? 0;
        crm.add({
          amount: input.amount ?? NaN,
          probability: deal.crmProbability ?? chances.get(deal.stage ?? '') ?? NaN,
          category: deal.forecastCategory ?? null,
          closeDay: dayNumber(deal.closeOn ?? ''),
        });
      } else if (!deal.createdOn && input.closedAt !== null) closedUncreated += 1;
      making.add(input);
    }
  });

  const periods = [period, next].map((one) => {
    const target = targetOn(targets, { scope, period: one, on: today });
    const minor = target && convert(target.amountMinor, target.currency, today);
    return {
      start: one.start,
      end: one.end,
      target: minor ?? null,
      wonAhead: ahead.reduce(
        (sum, { on, value }) => (on >= one.start && on < one.end ? sum + value : sum),
        0,
      ),
      isTargetWithoutRate: target !== undefined && minor === undefined,
    };
  });
  const book = making.result();
  const sight = sightOf(query.openTotal, openRead);
  const { undated, learned, ...found } = reportOfBook(book, {
    periods,
    ...sight,
  });
  const revenue = recurring.result();
  const stream = revenue && recurringDesk(revenue, { today, periods });
  const desk = whatIfDesk({ found: learned, renewals, recurring: stream });
  const report = {
    ...found,
    currency,
    scope,
    today,
    closedUncreated,
    wonAhead: ahead.length,
    ...(stream === undefined ? {} : { recurring: { ...stream.report, forward: desk.ahead } }),
    leftOut: { noRate: out['no-rate'], noOutcome: out['no-outcome'], undated },
    periods: found.periods.map((one, nth) => ({
      ...one,
      isTargetWithoutRate: periods[nth]?.isTargetWithoutRate ?? false,
    })),
  };
  const known = {
    won: wonDays(book),
    knownFrom: found.closedSince === undefined ? asOf : (dayNumber(found.closedSince) ?? asOf),
    before: daysOf(previousPeriod(period, settings.fiscal)),
  };
  const views = crm.result();
  const baselines = spans.flatMap((span, nth) => {
    const view = views[nth];
    return view === undefined
      ? []
      : baselinesOf({ ...span, wonAhead: periods[nth]?.wonAhead ?? 0 }, { ...known, crm: view });
  });
  const frozen = frozenForecastsOf(report, {
    openMinor,
    inputsDigest: bookDigest(book),
    baselines,
    ...sight,
  });
  return { report: { ...report, frozen }, desk };
}

/** The same for who supposes nothing. */
export async function readForecast(...asked: Parameters<typeof learnForecast>): Promise<ForecastReport> {
  return (await learnForecast(...asked)).report;
}

function daysOf({ start, end }: { readonly start: string; readonly end: string }) {
  return { start: dayNumber(start) ?? 0, end: dayNumber(end) ?? 0 };
}

/** A total speaks of everything: of a team's or a person's deals nobody has stated one. */
function sightOf(
  openTotal: number | undefined,
  read: number,
): { readonly sight?: Required<FrozenForecast>['sight'] } {
  return openTotal === undefined || openTotal <= read ? {} : { sight: { read, total: openTotal } };
}
