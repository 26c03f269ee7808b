import type { Book } from './book';

/** Fewer closed deals than this are no ground for a forecast. */
const FEW_CLOSED = 10;

/** What must be known of all numbers of an answer. */
export function remarks(book: Book): readonly string[] {
  const closed = book.outcome.reduce((sum, outcome) => sum + (outcome === 0 ? 0 : 1), 0);
  const odd = Object.entries(book.oddities)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => `${what} (${count})`);
  const few =
    closed < FEW_CLOSED
      ? [
          `too few closed deals (${closed} of ${FEW_CLOSED}): a wide range based on the stage settings; more closed deals, with their dates, cure it`,
        ]
      : [];
  return [...few, ...odd];
}
