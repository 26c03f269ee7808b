import { dayNumber } from '../calendar/day-number';
import { dayText } from '../calendar/day-text';
import { basisOf, UNDATED } from './basis-of';
import { isCountable } from './is-countable';
import { type Book, NEVER, WON } from './book';
import { closingsFrom } from './closings-from';
import { dealDrivers } from './deal-drivers';
import { type BookForecast, forecastBook } from './forecast-book';
import type { ForecastReport, PeriodReport, TopDeal } from './report';
import type { Sight } from './sight-effect';
import { spanForecast } from './span-forecast';

/** So many deals are named; of the others the sum is told. No part in the numbers. */
const MOST_DEALS = 200;

export interface ReportPeriod {
  readonly start: string;
  readonly end: string;
  readonly target: number | null;
  /** Won already, and dated inside it after today: see `BookPeriod`. */
  readonly wonAhead?: number;
}

interface Asked {
  readonly periods: readonly ReportPeriod[];
  /** Share of today that is still to come, 0..1. */
  readonly rest: number;
  readonly sight?: Sight;
}

type BookReport = Pick<
  ForecastReport,
  'basis' | 'deals' | 'open' | 'since' | 'closedSince' | 'withoutAmount'
> & {
  readonly undated: number;
  /** What suppositions are answered from. */
  readonly learned: BookForecast;
  readonly periods: readonly Omit<PeriodReport, 'isTargetWithoutRate'>[];
};

/**
 * The forecast of a book, whose last day is today and goes on, with what stands behind it: its parts, its days, its deals
 * and why each has its chance.
 */
export function reportOfBook(book: Book, { periods, rest, sight }: Asked): BookReport {
  const spans = periods.map((period) => ({
    period,
    id: `${period.start}/${period.end}`,
    start: dayNumber(period.start) ?? book.asOf,
    end: dayNumber(period.end) ?? book.asOf,
    target: period.target,
    wonAhead: period.wonAhead ?? 0,
  }));
  const found = forecastBook(book, {
    periods: spans,
    rest,
    ...(sight === undefined ? {} : { sight }),
  });
  const closedFrom = closingsFrom(book);
  return {
    basis: found.forecasts.every(isCountable) ? basisOf(book) : { kind: 'too-large' },
    deals: book.created.length,
    open: found.deals.length,
    since: book.created.length === 0 ? undefined : dayText(least(book.created)),
    closedSince: closedFrom === undefined ? undefined : dayText(closedFrom),
    undated: book.oddities[UNDATED] ?? 0,
    learned: found,
    withoutAmount: found.deals.filter((deal) => Number.isNaN(book.amount[deal] ?? NaN)).length,
    periods: spans.map(({ period: { start, end, target }, ...span }, nth) => ({
      start,
      end,
      target,
      ...periodReport(book, found, { nth, ...span }),
    })),
  };
}

interface Nth {
  readonly nth: number;
  readonly start: number;
  readonly end: number;
  readonly wonAhead: number;
}

function periodReport(
  book: Book,
  found: BookForecast,
  { nth, start, end, wonAhead }: Nth,
): Omit<PeriodReport, 'isTargetWithoutRate' | keyof ReportPeriod> {
  const forecast = found.forecasts[nth];
  if (forecast === undefined) throw new Error('a period without its forecast');
  const deciding = found.deciding[nth];
  const wonByDay = wonDays(book, start, Math.min(end, book.asOf));
  // Whatever day it is dated, it is won by now.
  if (wonByDay.length > 0) wonByDay.push((wonByDay.pop() ?? 0) + wonAhead);
  const common = {
    forecast,
    wonByDay,
    decidedBy: deciding === undefined ? undefined : book.ids[deciding],
  };
  const won = forecast.wonToDate;
  const from = found.now.model.until;
  if (end <= from)
    return {
      ...common,
      parts: { won, open: 0, fresh: 0 },
      freshWins: 0,
      top: [],
      others: { n: 0, expected: 0 },
    };
  const left = { start: Math.max(start, from), end };
  const span = spanForecast(found.now, left);
  const freshWins = span.newWins;
  const all = span.openMean + freshWins * found.now.values.mean;
  // The blend and the past's correction raise or lower both parts alike.
  const open = all > 0 ? ((forecast.mean - won) * span.openMean) / all : 0;
  const expected = span.chances.map((chance, at) => chance * (span.values[at] ?? 0));
  const order = Int32Array.from(expected, (_, at) => at).sort(
    (a, b) => (expected[b] ?? 0) - (expected[a] ?? 0) || a - b,
  );
  const driversOf = dealDrivers(book, { now: found.now, effects: found.learner.effects, span: left });
  const top = Array.from(order.subarray(0, MOST_DEALS), (at): TopDeal => {
    const deal = span.deals[at] ?? 0;
    return {
      key: book.ids[deal] ?? '',
      chance: span.chances[at] ?? 0,
      value: span.values[at] ?? 0,
      isAmountKnown: !Number.isNaN(book.amount[deal] ?? NaN),
      drivers: driversOf(deal),
    };
  });
  const rest = order.subarray(MOST_DEALS);
  return {
    ...common,
    parts: { won, open, fresh: forecast.mean - won - open },
    freshWins,
    top,
    others: { n: rest.length, expected: rest.reduce((sum, at) => sum + (expected[at] ?? 0), 0) },
  };
}

/** Won value added up day by day; nothing for a period that has not begun. */
function wonDays(book: Book, start: number, end: number): number[] {
  const days = new Float64Array(Math.max(0, end - start));
  book.closed.forEach((day, deal) => {
    if (book.outcome[deal] !== WON || day < start || day >= end) return;
    days[day - start] = (days[day - start] ?? 0) + (book.value[deal] ?? 0);
  });
  let sum = 0;
  return Array.from(days, (value) => (sum += value));
}

function least(days: Int32Array): number {
  return days.reduce((first, day) => Math.min(first, day), NEVER);
}
