import { dayNumber } from '../../../../lib/calendar/day-number';
import { dayText } from '../../../../lib/calendar/day-text';
import type { Book } from '../../../../lib/forecast/book';
import { type BookForecast, type BookPeriod, forecastBook } from '../../../../lib/forecast/forecast-book';
import { makeBook } from '../../../../lib/forecast/make-book';
import { type WhatIfGround, whatIfGround } from '../../../../lib/forecast/what-if/what-if-ground';
import { generateCompany } from '../../../tools/backtest/generate-company';
import { requestOf } from '../../../tools/backtest/request-of';
import { SHAPES } from '../../../tools/backtest/shapes';

/** A generated company's book, 40 days before its end. */
export function bookOf(name: string, newPerDay = 1): Book {
  const shape = SHAPES.find((one) => one.name === name);
  if (shape === undefined) throw new Error('no shape');
  const company = generateCompany({ ...shape, newPerDay, days: 420 });
  const asOf = (dayNumber(company.knownUntil) ?? 0) - 40;
  return makeBook(requestOf(company, { asOf, asOfText: dayText(asOf), periods: [] }));
}

export const periodsOf = (asOf: number, target: number): readonly BookPeriod[] => [
  { id: 'near', start: asOf - 10, end: asOf + 20, target },
  { id: 'ahead', start: asOf + 20, end: asOf + 50, target },
];

export interface Kept {
  readonly book: Book;
  readonly plain: BookForecast;
  readonly kept: readonly WhatIfGround[];
}

/** The book's forecast of two periods, and what is kept of it for suppositions. */
export function keptForecast(book: Book, target: number, renewals: ReadonlySet<string> = new Set()): Kept {
  const plain = forecastBook(book, { periods: periodsOf(book.asOf, target) });
  const kept = plain.grounds.flatMap((_, nth) => whatIfGround(plain, nth, renewals) ?? []);
  return { book, plain, kept };
}
