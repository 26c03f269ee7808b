import { dayNumber } from '../calendar/day-number';
import { fiscalPeriod } from '../calendar/fiscal-period';
import { nextPeriod } from '../calendar/next-period';
import { previousPeriod } from '../calendar/previous-period';
import { restOfDay } from '../calendar/rest-of-day';
import { dealsInMaking } from '../forecast/deals-in-making';
import { baselinesOf } from '../forecast/record/baselines-of';
import { bookDigest } from '../forecast/record/book-digest';
import { chanceOfMark } from '../forecast/record/chance-of-mark';
import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import { frozenForecastsOf } from '../forecast/record/frozen-forecasts-of';
import { markOf } from '../forecast/record/mark-of';
import { wonDays } from '../forecast/record/won-days';
import { recurringDesk } from '../forecast/recurring/recurring-desk';
import { recurringInMaking } from '../forecast/recurring/recurring-in-making';
import type { ForecastReport } from '../forecast/report';
import { reportOfBook } from '../forecast/report-of-book';
import { type WhatIfDesk, whatIfDesk } from '../forecast/what-if/what-if-desk';
import { isInScope } from '../pipeline/scope/is-in-scope';
import { segmentValues } from '../pipeline/scope/segment-values';
import { segmentsOf } from '../pipeline/scope/segments-of';
import { targetOn } from '../pipeline/targets/target-on';
import type { Database } from './database';
import type { VisitDeal, Zoned } from './each-deal';
import { readScope } from './read-scope';

/** Which forecast is asked for. */
export interface ForecastQuery {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Reporting currency. */
  readonly currency: string;
  /** See `scopeId`. */
  readonly scope: string;
  /** How many open deals the CRM said there are; `null`: nobody states it; absent: no more than were read. */
  readonly openTotal?: number | null | undefined;
  /** The instant, ISO 8601 UTC: what is left of today is still to come. Absent: all of it. */
  readonly now?: string | undefined;
}

/** A forecast that was read, and whoever answers what would be if. */
interface LearnedForecast {
  readonly report: ForecastReport;
  readonly desk: WhatIfDesk;
}

/**
 * The forecast of a scope's present and next period, from all stored deals with their changes: streamed, so that no more
 * of the store is there at once than a step. For a worker: what is learned from 100,000 deals takes seconds.
 *
 * What is known of today is known: what was won today is won here as everywhere, and so is a won deal that is dated later
 * in the period. What is left of today by the user's clock is still to come, for the forecast as for the run rate that is
 * frozen beside it. An owner's scope has the deals that are that owner's now, a segment's those that are in it now.
 */
export async function learnForecast(
  database: Database,
  query: ForecastQuery & Zoned,
  alongside?: VisitDeal,
): Promise<LearnedForecast> {
  const { today, currency, scope } = query;
  const { settings, targets, stages, convert, rule, each } = await readScope(database, query);
  const period = fiscalPeriod(today, settings.fiscal);
  const next = nextPeriod(period, settings.fiscal);
  const todays = dayNumber(today) ?? 0;
  const asOf = todays + 1;
  const rest = query.now === undefined ? 1 : restOfDay(today, { at: query.now, zone: query.zone });
  const spans = [period, next].map(({ start, end }) => ({ ...daysOf({ start, end }), asOf: todays, rest }));
  const valuation = { today, periodStart: period.start, convert };
  const making = dealsInMaking({ valuation, stages, asOf, periods: spans });
  const recurring = recurringInMaking({ today, convert });
  const seen = segmentValues();
  await each((deal, own) => {
    alongside?.(deal, own);
    const segments = segmentsOf(deal);
    if (deal.removedAt === undefined) seen.add(segments);
    if (!isInScope(rule, deal.owner ?? '', segments)) return;
    recurring.add(deal);
    making.add(deal, own);
  });
  const { book, leftOut, ...deals } = making.result();

  const periods = [period, next].map((one) => {
    const target = targetOn(targets, { scope, period: one, on: today });
    const minor = target && convert(target.amountMinor, target.currency, today);
    return {
      start: one.start,
      end: one.end,
      target: minor ?? null,
      wonAhead: deals.wonAhead(one),
      isTargetWithoutRate: target !== undefined && minor === undefined,
    };
  });
  const sight = sightOf(query.openTotal, deals.openRead);
  const { undated, learned, ...found } = reportOfBook(book, {
    periods,
    rest,
    ...sight,
  });
  const revenue = recurring.result();
  const stream = revenue && recurringDesk(revenue, { today, periods });
  const desk = whatIfDesk({ found: learned, renewals: deals.renewals, recurring: stream });
  const report = {
    ...found,
    currency,
    scope,
    today,
    uncreated: deals.uncreated,
    wonAhead: deals.ahead,
    isTotalUnknown: query.openTotal === null,
    segments: seen.result(),
    ...(stream === undefined ? {} : { recurring: { ...stream.report, forward: desk.ahead } }),
    leftOut: { noRate: leftOut['no-rate'], noOutcome: leftOut['no-outcome'], undated },
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
  const baselines = spans.flatMap((span, nth) => {
    const view = deals.views[nth];
    return view === undefined
      ? []
      : baselinesOf({ ...span, wonAhead: periods[nth]?.wonAhead ?? 0 }, { ...known, crm: view });
  });
  // Another mark every day.
  const references = baselines.map(({ runRateMinor }, nth) => {
    const { mark } = markOf(undefined, { runRate: runRateMinor ?? undefined, nth: todays });
    const pHit = mark === null ? null : chanceOfMark(learned, nth, mark);
    return mark === null || pHit === null ? undefined : { markMinor: mark, pHit };
  });
  const frozen = frozenForecastsOf(report, {
    openMinor: deals.openMinor,
    inputsDigest: bookDigest(book),
    baselines,
    references,
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

function sightOf(
  total: ForecastQuery['openTotal'],
  read: number,
): { readonly sight?: Required<FrozenForecast>['sight'] } {
  return total === undefined || (total !== null && total <= read) ? {} : { sight: { read, total } };
}
