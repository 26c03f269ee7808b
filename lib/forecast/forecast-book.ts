import type { PeriodForecast } from './answer';
import type { Book } from './book';
import { EVER_DAYS } from './ever-days';
import { forecastPeriod } from './forecast-period';
import { type LearnedCache, type Learner, learner } from './learner';
import { makeExposure } from './make-exposure';
import type { PeriodGround } from './period-ground';
import type { Sight } from './sight-effect';
import { type Learned, spanForecast } from './span-forecast';
import { TUNING, type Tuning } from './tuning';
import { wonSizes } from './won-sizes';

export interface BookPeriod {
  readonly id: string;
  /** Days since 1970-01-01: `start` inside, `end` outside. */
  readonly start: number;
  readonly end: number;
  readonly target: number | null;
  /** Won already, and dated inside it on the day of the forecast or later: in no row of the book. */
  readonly wonAhead?: number;
}

export interface BookForecast {
  readonly forecasts: readonly PeriodForecast[];
  /** Rows of the open deals, in order. */
  readonly deals: Int32Array;
  /** Chance of each to be won within 365 days. */
  readonly everChances: Float64Array;
  /** The same inside each period, in order of the periods; `undefined` for one that is over. */
  readonly periodChances: readonly (Float64Array | undefined)[];
  /** Of each period the row of the one deal that decides what is to come; `undefined` where none does. */
  readonly deciding: readonly (number | undefined)[];
  /** What changed chances land by in each period; `undefined` for one that is over. */
  readonly grounds: readonly (PeriodGround | undefined)[];
  /** What was learned, for what else is asked of the same day. */
  readonly now: Learned;
  readonly learner: Learner;
}

interface BookOptions {
  readonly periods: readonly BookPeriod[];
  readonly tuning?: Tuning;
  /** Kept by the caller between forecasts of one scope: what was learned as of past days. Gone when the past changes. */
  readonly cache?: LearnedCache;
  /**
   * The book's last day goes on: what happened on it so far is known, and this share of it, 0..1, is still to come. Absent:
   * it is over.
   */
  readonly rest?: number | undefined;
  /** How much of the scope was read; without it, all of it. */
  readonly sight?: Sight;
}

/** Forecast from columns: what `forecast` does with a request, for callers that have a book already. */
export function forecastBook(
  book: Book,
  { periods, tuning = TUNING, cache = new Map(), sight, rest }: BookOptions,
): BookForecast {
  const exposure = makeExposure(book, tuning);
  const { asOf } = book;
  const horizon = periods.reduce((last, { end }) => Math.max(last, end), asOf + EVER_DAYS);
  const learned = learner(book, { exposure, tuning, cache });
  const isToday = rest !== undefined && exposure.firstDay < asOf;
  const now = isToday ? learned.learnedToday(horizon, rest) : learned.learnedAt(asOf, horizon);
  const start = now.model.until;
  const sizes = wonSizes(book, asOf, now.values);
  const options = { book, exposure, now, learnedAt: learned.learnedAt, tuning, sight, sizes };
  const results = periods.map((period) => forecastPeriod(period, options));
  return {
    forecasts: results.map((result) => result.forecast),
    deals: now.open.deals,
    everChances: spanForecast(now, { start, end: start + EVER_DAYS }).chances,
    periodChances: results.map(({ span }) => span?.chances),
    deciding: results.map(({ deciding }) => deciding),
    grounds: results.map(({ ground }) => ground),
    now,
    learner: learned,
  };
}
