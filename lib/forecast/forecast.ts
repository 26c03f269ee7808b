import { dayNumber } from '../calendar/day-number';
import type { ForecastAnswer, PeriodForecast } from './answer';
import { forecastBook } from './forecast-book';
import { makeBook } from './make-book';
import type { ForecastRequest } from './request';
import { remarks } from './remarks';
import { TUNING, type Tuning } from './tuning';

/**
 * Forecast of each period's total won value, and each open deal's chance, from what was known at 00:00 UTC of `asOf`.
 * Everything is learned from the request: the same request gives the same answer.
 */
export function forecast(request: ForecastRequest, tuning: Tuning = TUNING): ForecastAnswer {
  const book = makeBook(request);
  const periods = request.periods.map(({ id, start, end, target }) => ({
    id,
    start: dayNumber(start) ?? book.asOf,
    end: dayNumber(end) ?? book.asOf,
    target,
  }));
  const { forecasts, deals, everChances, periodChances } = forecastBook(book, { periods, tuning });
  const said = remarks(book);
  return {
    forecasts: forecasts.map((one, nth) =>
      withGap(notBelowZero(one), periods[nth]?.start ?? book.asOf, request),
    ),
    perDeal: Array.from(deals, (deal, at) => ({
      id: book.ids[deal] ?? '',
      pWin: everChances[at] ?? 0,
      pWinInPeriod: Object.fromEntries(periods.map(({ id }, nth) => [id, periodChances[nth]?.[at] ?? 0])),
    })),
    ...(said.length === 0 ? {} : { remarks: said }),
  };
}

/** A form that knows no loss: where credit notes have taken back more than was won, nothing is. */
function notBelowZero(one: PeriodForecast): PeriodForecast {
  const { wonToDate, p10, p50, mean, p90 } = one;
  const figures = { wonToDate, p10, p50, mean, p90 };
  if (Object.values(figures).every((figure) => figure >= 0)) return one;
  const raised = Object.entries(figures).map(([name, figure]) => [name, Math.max(0, figure)] as const);
  return { ...one, ...Object.fromEntries(raised) };
}

/** A period that began before closings were recorded is told apart from one in which little was won. */
function withGap(
  one: PeriodForecast,
  start: number,
  { dataStart, asOf }: Pick<ForecastRequest, 'dataStart' | 'asOf'>,
): PeriodForecast {
  if (dataStart === null || start >= Math.min(dayNumber(dataStart) ?? start, dayNumber(asOf) ?? start))
    return one;
  const remark = `closings before ${dataStart.slice(0, 10)} are missing: what they brought is not in the total`;
  return { ...one, remarks: [...(one.remarks ?? []), remark] };
}
