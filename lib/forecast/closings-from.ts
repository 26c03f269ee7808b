import { type Book, NEVER, WON } from './book';
import { closingDays } from './closing-days';

/** First day since which a book's closings are recorded (see {@link closingDays}); `undefined`: it has none. */
export function closingsFrom({
  closed,
  outcome,
  asOf,
}: Pick<Book, 'closed' | 'outcome' | 'asOf'>): number | undefined {
  const days = closingDays();
  closed.forEach((day, deal) => {
    if (day !== NEVER) days.add(day, outcome[deal] === WON);
  });
  return days.recordedFrom(asOf);
}
