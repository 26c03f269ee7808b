import { figureDates } from './figure-dates';
import { languageHabits } from './language-habits';
import type { DateOrder } from './reading';
import { splitDate } from './split-date';

export interface DateEvidence {
  /** What other columns of the same page proved. */
  readonly elsewhere?: DateOrder | undefined;
  /** The page's language tag, as stated. */
  readonly language?: string | undefined;
  /** True where explicit values of the page (its numbers) are written as that language does and English does not. */
  readonly isLanguageProved?: boolean;
}

/**
 * In which order one column writes day, month and year, decided from all its values: an order is out as soon as one
 * value is no day under it (`31/12/2026`). What then is still open, other columns decide, or the language where the
 * page's values agree with it: the sign between the figures is the language's own (dots, hyphens; everybody uses
 * slashes), or its numbers prove it. `undefined`: not decided, or the column contradicts itself.
 *
 * @example decideDateOrder(['05/03/2026', '28/02/2026']) // 'dmy'
 * @example decideDateOrder(['05/03/2026']) // undefined
 */
export function decideDateOrder(
  texts: readonly string[],
  evidence: DateEvidence = {},
): DateOrder | undefined {
  const habits = languageHabits(evidence.language ?? '');
  let open: ReadonlySet<DateOrder> = new Set<DateOrder>(['dmy', 'mdy', 'ymd']);
  const signs = new Set<string>();
  for (const text of texts) {
    const parts = splitDate(text);
    if (parts?.kind !== 'figures') continue;
    signs.add(parts.sign);
    const possible = figureDates(parts.slots);
    // Nobody writes 26/12/31 for a day of 2026 where years stand last.
    const isYearFirst = habits.dateOrder === undefined || habits.dateOrder === 'ymd';
    open = new Set([...open].filter((order) => possible.has(order) && (order !== 'ymd' || isYearFirst)));
  }
  if (signs.size === 0) return undefined;
  if (open.size === 1) return [...open][0];
  if (evidence.elsewhere !== undefined && open.has(evidence.elsewhere)) return evidence.elsewhere;
  const hasOwnSign = signs.size === 1 && habits.dateSign !== '/' && signs.has(habits.dateSign ?? '');
  const agrees = hasOwnSign || evidence.isLanguageProved === true;
  return agrees && habits.dateOrder !== undefined && open.has(habits.dateOrder)
    ? habits.dateOrder
    : undefined;
}
