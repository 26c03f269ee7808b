import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { type Book, NEVER } from '../../../lib/forecast/book';
import { bookOfColumns } from '../../../lib/forecast/book-of-columns';
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

describe('a forecast from columns', () => {
  it.each(['steady', 'losses unrecorded', 'back and forth'])('is the one from objects: %s', (name) => {
    const company = companyOf(name);
    const asOf = (dayNumber(company.knownUntil) ?? 0) - 40;
    const withHistory = bookAt(company, asOf);
    const plain = bookAt({ ...company, history: [] }, asOf);
    for (const book of [withHistory, plain]) {
      const hasPath = book === withHistory;
      const stages = hasPath ? book.stages : company.stages.map(({ id }) => id);
      const columns = bookOfColumns(
        {
          created: book.created,
          closed: book.closed,
          outcome: book.outcome,
          amount: book.amount,
          wonValue: book.value,
          stage: new Int16Array(book.created.length),
          stageSince: new Int32Array(book.created.length).fill(NEVER),
          seen: book.seen,
        },
        {
          asOf,
          dataStart: book.dataStart,
          stages: company.stages.filter(({ id }) => stages.includes(id)),
          segments: book.segments,
          ids: book.ids,
          ...(hasPath ? { stays: book } : {}),
        },
      );
      const periods = periodsAt(asOf);
      // How long nothing was changed is known from the history's days only; the columns here have none.
      const known = { ...book, changeStart: columns.changeStart, changeDay: columns.changeDay };
      expect(numbersOf(forecastBook(columns, { periods }))).toEqual(
        numbersOf(forecastBook(known, { periods })),
      );
    }
  });

  it('takes what lies ahead as not known', () => {
    const one = (closed: number, created: number): Book =>
      bookOfColumns(
        {
          created: Int32Array.of(19_000, created),
          closed: Int32Array.of(closed, NEVER),
          outcome: Uint8Array.of(1, 0),
          amount: Float64Array.of(5, 7),
          wonValue: Float64Array.of(NaN, NaN),
          stage: Int16Array.of(0, 0),
          stageSince: Int32Array.of(NEVER, NEVER),
          seen: Int32Array.of(NEVER, NEVER),
        },
        { asOf: 19_100, stages: [{ id: 'Open', probability: 0.5 }] },
      );
    expect([...one(19_100, 19_050).outcome]).toEqual([0, 0]);
    expect([...one(19_099, 19_050).value]).toEqual([5, 0]);
    const { deals } = forecastBook(one(19_099, 19_100), { periods: periodsAt(19_100) });
    expect([...deals]).toEqual([]);
  });
});

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
