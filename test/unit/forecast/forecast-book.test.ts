import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { Book } from '../../../lib/forecast/book';
import { type BookForecast, forecastBook } from '../../../lib/forecast/forecast-book';
import type { LearnedCache } from '../../../lib/forecast/learner';
import { makeBook } from '../../../lib/forecast/make-book';
import type { Company } from '../../tools/backtest/company';
import { generateCompany } from '../../tools/backtest/generate-company';
import { requestOf } from '../../tools/backtest/request-of';
import { SHAPES } from '../../tools/backtest/shapes';

function companyOf(name: string): Company {
  const shape = SHAPES.find((one) => one.name === name);
  if (shape === undefined) throw new Error('no shape');
  return generateCompany({ ...shape, newPerDay: 1, days: 420 });
}

function bookAt(company: Company, asOf: number): Book {
  return makeBook(requestOf(company, { asOf, asOfText: dayText(asOf), periods: [] }));
}

const periodsAt = (asOf: number) => [
  { id: 'near', start: asOf - 10, end: asOf + 20, target: 60_000 },
  { id: 'ahead', start: asOf + 20, end: asOf + 50, target: null },
];

function numbersOf({ forecasts, everChances, periodChances }: BookForecast) {
  return { forecasts, ever: [...everChances], inPeriods: periodChances.map((one) => [...(one ?? [])]) };
}

describe('what was learned of past days', () => {
  it('gives the same forecast again, on the same day and on the days after', () => {
    const company = companyOf('back and forth');
    const end = dayNumber(company.knownUntil) ?? 0;
    const cache: LearnedCache = new Map();
    for (let asOf = end - 60; asOf < end - 50; asOf += 1) {
      const book = bookAt(company, asOf);
      const periods = periodsAt(end - 50);
      const before = cache.size;
      const kept = numbersOf(forecastBook(book, { periods, cache }));
      expect(kept).toEqual(numbersOf(forecastBook(book, { periods })));
      // One week's origins serve the whole week.
      if (asOf % 7 !== 0 && asOf > end - 60) expect(cache.size - before).toBeLessThan(4);
    }
  });
});
