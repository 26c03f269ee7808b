import type { LeadBook } from './leads/lead-book';
import type { PassBook } from './passes-in-making';
import type { Rules } from './rules-of';
import type { ScoredPasses } from './score-passes';

/** What a report is made of: passes found by every version of the rules. */
export interface Passes {
  readonly book: PassBook;
  readonly leads: LeadBook;
  /** Beside `book.found`, the earliest first. */
  readonly rules: readonly Rules[];
  /** False where the user has set none, and the usual ones stand in. */
  readonly isSet: boolean;
  /** Milliseconds, and the same moment's day by the user's calendar. */
  readonly asOf: number;
  readonly today: string;
}

/** What a version of the rules has found. */
export interface Found {
  readonly rules: Rules;
  readonly scored: ScoredPasses;
}

/** The rules that hold on a day, the earliest also before it, and what they find. */
export function foundOn({ rules, book }: Passes, day: string): Found {
  const at = Math.max(
    0,
    rules.findLastIndex(({ version }) => version.from <= day),
  );
  const [one, scored] = [rules[at], book.found[at]];
  if (one === undefined || scored === undefined) throw new RangeError('no rules');
  return { rules: one, scored };
}
