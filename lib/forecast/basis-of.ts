import { type Book, OPEN } from './book';

/** What a forecast stands on, or why it cannot claim to be one and what would cure that. */
export type Basis =
  | { readonly kind: 'measured'; readonly closed: number }
  /** Some amount is so large that sums cannot be counted exactly: see `isCountable`. */
  | { readonly kind: 'too-large' }
  | {
      readonly kind: 'too-few';
      readonly reason: 'no-deals' | 'no-closed-deals' | 'few-closed-deals';
      readonly have: number;
      readonly need: number;
      /** `read-deals`: open a list, or sync. `closing-dates`: deals are closed but nobody knows when. */
      readonly cure: 'read-deals' | 'read-closed-deals' | 'closing-dates';
    };

/** Fewer closed deals than this are no ground for a forecast. No part in the numbers: it says what they stand on. */
const NEED = 10;

/** Says whether enough deals are closed to learn from; below ten the range comes from the stages' settings. */
export function basisOf({
  outcome,
  value,
  oddities,
}: Pick<Book, 'outcome' | 'oddities'> & Partial<Pick<Book, 'value'>>): Exclude<Basis, { kind: 'too-large' }> {
  let closed = 0;
  // A credit note is no win.
  for (const [at, one] of outcome.entries()) if (one !== OPEN && (value?.[at] ?? 0) >= 0) closed += 1;
  if (closed >= NEED) return { kind: 'measured', closed };
  const undated = oddities[UNDATED] ?? 0;
  return {
    kind: 'too-few',
    reason:
      outcome.length + undated === 0 ? 'no-deals' : closed === 0 ? 'no-closed-deals' : 'few-closed-deals',
    have: closed,
    need: NEED,
    cure:
      closed + undated >= NEED
        ? 'closing-dates'
        : outcome.length + undated === 0
          ? 'read-deals'
          : 'read-closed-deals',
  };
}

/** Name of the oddity of a deal that is closed on a day that nobody knows. */
export const UNDATED = 'closed without a date: left out';
