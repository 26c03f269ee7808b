import { parseCommitment } from '../../crm/parse/parse-commitment';
import { OPEN } from '../book';
import type { BookAt } from './book-at';
import type { Past } from './past';
import { valueAt } from './value-at';

/** Open deals whose forecast category says nothing to us: they are in no commitment. */
export interface UnknownCategories {
  readonly deals: number;
  /** The words themselves, that of most deals first. */
  readonly words: readonly string[];
}

/** Looks at the forecast categories of the deals that are open in a book. */
export function unknownCategories({ categories }: Past, { book, rows }: BookAt): UnknownCategories {
  const counts = new Map<string, number>();
  for (let at = 0; at < rows.length; at += 1) {
    if (book.outcome[at] !== OPEN) continue;
    const word = categories.names[valueAt(categories, rows[at] ?? 0, book.asOf) ?? -1];
    if (word === undefined || word.trim() === '' || parseCommitment(word) !== undefined) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { deals: words.reduce((sum, [, n]) => sum + n, 0), words: words.map(([word]) => word) };
}
