import { dayNumber } from '../calendar/day-number';
import type { ForecastAnswer } from './answer';
import { fitModel } from './fit-model';
import { fitValues } from './fit-values';
import { forecastPeriod, type Learned } from './forecast-period';
import { makeBook } from './make-book';
import { makeExposure } from './make-exposure';
import type { ForecastRequest } from './request';
import { remarks } from './remarks';
import { spanForecast } from './span-forecast';
import { TUNING, type Tuning } from './tuning';

/** Days within which an open deal counts as won in the end. */
const EVER_DAYS = 365;

/**
 * Forecast of each period's total won value, and each open deal's chance, from what was known at 00:00 UTC of `asOf`.
 * Everything is learned from the request: the same request gives the same answer.
 */
export function forecast(request: ForecastRequest, tuning: Tuning = TUNING): ForecastAnswer {
  const book = makeBook(request);
  const exposure = makeExposure(book);
  const { asOf } = book;
  const periods = request.periods.map(({ id, start, end, target }) => ({
    id,
    start: dayNumber(start) ?? asOf,
    end: dayNumber(end) ?? asOf,
    target,
  }));
  const horizon = periods.reduce((last, { end }) => Math.max(last, end), asOf + EVER_DAYS);
  const learn = (until: number, days: number): Learned => ({
    model: fitModel(book, exposure, { until, horizon: days, tuning }),
    values: fitValues(book, until, tuning),
  });
  const now = learn(asOf, horizon);
  const cache = new Map<number, Learned>();
  const learnedAt = (until: number): Learned => {
    const learned = cache.get(until) ?? learn(until, asOf);
    cache.set(until, learned);
    return learned;
  };
  const results = periods.map((period) => forecastPeriod(period, { book, exposure, now, learnedAt, tuning }));
  const ever = spanForecast(book, { ...now, span: { start: asOf, end: asOf + EVER_DAYS } });
  const said = remarks(book);
  const chancesBy = results.map(({ forecast: { period }, span }) => ({ period, chances: span?.chances }));
  return {
    forecasts: results.map((result) => result.forecast),
    perDeal: Array.from(ever.deals, (deal, at) => ({
      id: book.ids[deal] ?? '',
      pWin: ever.chances[at] ?? 0,
      pWinInPeriod: Object.fromEntries(chancesBy.map(({ period, chances }) => [period, chances?.[at] ?? 0])),
    })),
    ...(said.length === 0 ? {} : { remarks: said }),
  };
}
