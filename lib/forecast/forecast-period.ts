import type { PeriodForecast } from './answer';
import { type Book, NEVER } from './book';
import { correction, type Views } from './correction';
import type { Exposure } from './exposure';
import type { Values } from './fit-values';
import { landPeriod } from './land-period';
import { pastError } from './past-error';
import type { PeriodGround } from './period-ground';
import { raisedLevel } from './raised-level';
import { type Sight, sightEffect } from './sight-effect';
import { type Learned, spanForecast, type SpanForecast } from './span-forecast';
import type { Tuning } from './tuning';
import { weekly } from './weekly';
import { wonBetween } from './won-between';
import { wonInside } from './won-inside';

interface Period {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly target: number | null;
  /** See `BookPeriod`. */
  readonly wonAhead?: number;
}

export interface PeriodOptions {
  readonly book: Book;
  readonly exposure: Exposure;
  readonly now: Learned;
  /** What was learned as of a past day, to speak of days before the second; the same day is asked for more than once. */
  readonly learnedAt: (until: number, horizon: number) => Learned;
  readonly tuning: Tuning;
  readonly sight: Sight | undefined;
  /** What a win brings: each as likely as the other. */
  readonly sizes: Float64Array;
}

export interface PeriodResult {
  readonly forecast: PeriodForecast;
  readonly span: SpanForecast | undefined;
  /** Row of the one deal that decides what is to come. */
  readonly deciding?: number | undefined;
  /** Absent: the period is over. */
  readonly ground?: PeriodGround;
}

/** Forecast of one period: what it has brought, and the distribution of what is still to come. */
export function forecastPeriod(period: Period, options: PeriodOptions): PeriodResult {
  const { book, now, tuning } = options;
  const from = now.model.until;
  const wonToDate = wonInside(book, period.start, Math.min(period.end, book.asOf)) + (period.wonAhead ?? 0);
  const start = Math.max(period.start, from);
  if (period.end <= from) return { forecast: finished(period, wonToDate), span: undefined };
  const span = spanForecast(now, { start, end: period.end });
  const model = expectedOf(span, now.values);
  const past = pastSpans(options, { lead: start - from, length: period.end - start });
  const corrected = correction(viewsOf(now, span, { start, end: period.end }), past, tuning.pace);
  const variance = spreadOf(now, options);
  const scale = pastError(
    past.map(({ views, actual, variance: expected }, at) => {
      const others = past.filter((_, other) => other !== at);
      const forecast = views.model * Math.exp(correction(views, others, tuning.pace));
      return { forecast, actual, variance: expected };
    }),
    tuning.past,
  );
  // What chance alone does is known; the past corrects what is left, down to the change that it has not shown.
  const chance = chanceVariance(span, now.values, model);
  const seen = sightEffect(
    options.sight,
    { open: span.openMean, stale: staleOf(span, options), all: model },
    tuning.sight,
  );
  const ground: PeriodGround = {
    id: period.id,
    start,
    end: period.end,
    target: period.target,
    wonToDate,
    values: now.values,
    sizes: options.sizes,
    level: raisedLevel(span, span.newWins * now.values.mean, Math.exp(corrected)),
    systematic: Math.max(tuning.unseenChange ** 2, scale * (variance + chance) - chance) + seen.variance,
    unbornWins: span.unbornWins,
    unread: seen.unread,
    sight: options.sight,
    ids: book.ids,
  };
  const { forecast, deciding } = landPeriod(ground, span);
  return { span, ground, forecast, deciding };
}

/** What is expected of open deals that were not seen for days. */
function staleOf({ deals, chances, values }: SpanForecast, { book, tuning }: PeriodOptions): number {
  let stale = 0;
  for (let at = 0; at < deals.length; at += 1) {
    const seen = book.seen[deals[at] ?? 0] ?? NEVER;
    if (seen < book.asOf - tuning.sight.staleDays) stale += (chances[at] ?? 0) * (values[at] ?? 0);
  }
  return stale;
}

function finished({ id, target }: Period, wonToDate: number): PeriodForecast {
  const pHit = target === null ? null : wonToDate >= target ? 1 : 0;
  return { period: id, wonToDate, p10: wonToDate, p50: wonToDate, mean: wonToDate, p90: wonToDate, pHit };
}

function expectedOf(span: SpanForecast, values: Values): number {
  return span.openMean + span.newWins * values.mean;
}

/** The span as the pipeline has it, and as the pace of wins has it. */
function viewsOf(
  { model, values }: Learned,
  span: SpanForecast,
  { start, end }: { readonly start: number; readonly end: number },
): Views {
  const wins = model.pace.subarray(start - model.until, end - model.until).reduce((sum, one) => sum + one, 0);
  return { model: expectedOf(span, values), pace: wins * values.mean, wins: values.weight };
}

/** Variance of the shared level, in the logarithm: what the past leaves open, and change that it has not shown. */
function spreadOf({ model, values }: Learned, { exposure, tuning }: PeriodOptions): number {
  const months = Math.max(0, model.until - exposure.winsFrom) / 30;
  return (
    model.levelVariance +
    tuning.unseenChange ** 2 +
    tuning.fewWins ** 2 / (1 + values.weight) +
    tuning.fewMonths ** 2 / (1 + months)
  );
}

/** Variance that independent wins bring about, of the logarithm of their sum. */
function chanceVariance(span: SpanForecast, values: Values, expected: number): number {
  if (!(expected > 0)) return 0;
  let variance = span.newWins * values.square;
  for (let at = 0; at < span.chances.length; at += 1) {
    const chance = span.chances[at] ?? 0;
    variance += chance * (1 - chance) * (span.values[at] ?? 0) ** 2;
  }
  return variance / expected ** 2;
}

interface Shape {
  /** Days from the day of a forecast to the span, and of the span. */
  readonly lead: number;
  readonly length: number;
}

interface PastSpan {
  readonly views: Views;
  readonly actual: number;
  readonly variance: number;
}

/** Past days on which the same forecast is made. Cost 0.01 / 0.00 / 0.00 (see `Tuning`). */
const MOST_ORIGINS = 8;
/** Days on record before the first of them. Cost 0.00 / 0.00 / 0.07. */
const FIRST_ORIGIN_DAYS = 28;

/** The same forecast made on earlier days, with what it should have said. */
function pastSpans(options: PeriodOptions, { lead, length }: Shape): readonly PastSpan[] {
  const { exposure, learnedAt, now } = options;
  const spans: PastSpan[] = [];
  const step = Math.max(7, Math.ceil(length / 14) * 7);
  const earliest = exposure.winsFrom + FIRST_ORIGIN_DAYS;
  // Origins lie on one weekly raster, so that periods, and days that follow each other, share what was learned there.
  let until = weekly(now.model.until - lead - length);
  for (; until >= earliest && spans.length < MOST_ORIGINS; until -= step) {
    const then = learnedAt(until, until + lead + length);
    const span = spanForecast(then, { start: until + lead, end: until + lead + length });
    const views = viewsOf(then, span, { start: until + lead, end: until + lead + length });
    spans.push({
      views,
      actual: wonBetween(exposure, until + lead, until + lead + length),
      variance: spreadOf(then, options) + chanceVariance(span, then.values, views.model),
    });
  }
  return spans;
}
