import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import { dayText } from '../../../../lib/calendar/day-text';
import { makeBook } from '../../../../lib/forecast/make-book';
import { bookAt } from '../../../../lib/forecast/record/book-at';
import { generateCompany } from '../../../tools/backtest/generate-company';
import { requestOf } from '../../../tools/backtest/request-of';
import { SHAPES } from '../../../tools/backtest/shapes';
import { pastOfCompany } from './past-of-company';

describe('the book of an earlier day', () => {
  test.each(
    SHAPES.filter(({ name }) => name !== 'recorded late').map((shape) => [shape.name, shape] as const),
  )('is the one that would have been made on that day: %s', (_, shape) => {
    const company = generateCompany({ ...shape, days: 400, newPerDay: Math.min(shape.newPerDay, 1.5) });
    const past = pastOfCompany(company);
    const end = dayNumber(company.knownUntil) ?? 0;
    for (const asOf of [end - 330, end - 200, end - 61, end - 1, end]) {
      const asked = requestOf(company, { asOf, asOfText: dayText(asOf), periods: [] });
      const { book } = bookAt(past, { asOf, dataStart: dayNumber(company.dataStart) });
      expect({ ...book, oddities: {} }).toEqual({ ...makeBook(asked), oddities: {} });
    }
  });
});
