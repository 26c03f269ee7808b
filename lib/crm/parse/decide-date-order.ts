import type { DateOrder } from './reading';
import { tallyDates, type DateEvidence } from './tally-dates';

/**
 * In which order one column writes day, month and year, decided from all its values: an order is out as soon as one
 * value is no day under it (`31/12/2026`). What then is still open, other columns decide, or the language where the
 * page's values agree with it: the figures stand between dots and the language's do so too, or its numbers
 * prove it. `undefined`: not decided, or the column contradicts itself.
 *
 * @example decideDateOrder(['05/03/2026', '28/02/2026']) // 'dmy'
 * @example decideDateOrder(['05/03/2026']) // undefined
 */
export function decideDateOrder(
  texts: readonly string[],
  {
    language,
    ...evidence
  }: DateEvidence & {
    /** The page's language tag, as stated. */
    readonly language?: string | undefined;
  } = {},
): DateOrder | undefined {
  const tally = tallyDates(language ?? '');
  for (const text of texts) tally.add(text);
  return tally.decide(evidence);
}
