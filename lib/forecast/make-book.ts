import { dayNumber } from '../calendar/day-number';
import type { Book } from './book';
import { bookInMaking } from './book-in-making';
import type { ForecastRequest } from './request';

/**
 * Puts a request into columns: see {@link bookInMaking}.
 *
 * @param request A request that `parseRequest` has accepted.
 */
export function makeBook({ asOf, dataStart, stages, deals }: ForecastRequest): Book {
  const book = bookInMaking({
    asOf: dayNumber(asOf) ?? 0,
    dataStart: dataStart === null ? undefined : dayNumber(dataStart),
    stages,
  });
  for (const deal of deals) book.add(deal);
  return book.result();
}
