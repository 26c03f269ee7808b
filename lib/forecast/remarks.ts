import { basisOf } from './basis-of';
import type { Book } from './book';

/** What must be known of all numbers of an answer. */
export function remarks(book: Book): readonly string[] {
  const basis = basisOf(book);
  const odd = Object.entries(book.oddities)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => `${what} (${count})`);
  const few =
    basis.kind === 'too-few'
      ? [
          `too few closed deals (${basis.have} of ${basis.need}): a wide range based on the stage settings; more closed deals, with their dates, cure it`,
        ]
      : [];
  return [...few, ...odd];
}
