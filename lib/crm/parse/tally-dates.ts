import { figureDates } from './figure-dates';
import { languageHabits } from './language-habits';
import { textLimit, type DateOrder } from './reading';
import { remember } from './remember';
import { splitDate } from './split-date';

export interface DateEvidence {
  /** What other columns of the same page proved. */
  readonly elsewhere?: DateOrder | undefined;
  /** True where explicit values of the page (its numbers) are written as that language does and English does not. */
  readonly isLanguageProved?: boolean;
}

/** What a column's values say of the order in which it writes days: of any number of values it keeps what is open. */
export interface DateTally {
  readonly add: (text: string) => void;
  /** Adds all that another tally, of the same language, was given. */
  readonly join: (other: DateTally) => void;
  /** The order, or `undefined` where it is not decided or the column contradicts itself. */
  readonly decide: (evidence?: DateEvidence) => DateOrder | undefined;
  readonly seen: SeenDates;
}

interface SeenDates {
  /** Orders under which every value so far is a day. */
  readonly open: Set<DateOrder>;
  /** Signs between the figures. */
  readonly signs: Set<string>;
}

/**
 * Gathers the evidence for {@link DateOrder} value by value; how it is weighed says `decideDateOrder`.
 *
 * @param language the page's language tag, as stated; may be empty
 * @example const tally = tallyDates('en'); tally.add('28/02/2026'); tally.decide() // 'dmy'
 */
export function tallyDates(language: string): DateTally {
  const habits = languageHabits(language);
  const seen: SeenDates = { open: new Set(['dmy', 'mdy', 'ymd']), signs: new Set() };
  return {
    seen,
    add(text) {
      const figures = figuresOf(text.slice(0, textLimit + 1));
      if (figures === undefined) return;
      seen.signs.add(figures.sign);
      // Nobody writes 26/12/31 for a day of 2026 where years stand last.
      const isYearFirst = habits.dateOrder === undefined || habits.dateOrder === 'ymd';
      for (const order of seen.open) {
        if (!figures.days.has(order) || (order === 'ymd' && !isYearFirst)) seen.open.delete(order);
      }
    },
    join({ seen: { open, signs } }) {
      for (const sign of signs) seen.signs.add(sign);
      for (const order of seen.open) if (!open.has(order)) seen.open.delete(order);
    },
    decide(evidence = {}) {
      const { open, signs } = seen;
      if (signs.size === 0) return undefined;
      const [only, ...others] = open;
      if (only !== undefined && others.length === 0) return only;
      if (evidence.elsewhere !== undefined && open.has(evidence.elsewhere)) return evidence.elsewhere;
      const hasOwnSign = signs.size === 1 && habits.dateSign !== '/' && signs.has(habits.dateSign ?? '');
      const agrees = hasOwnSign || evidence.isLanguageProved === true;
      return agrees && habits.dateOrder !== undefined && open.has(habits.dateOrder)
        ? habits.dateOrder
        : undefined;
    },
  };
}

/** A page is read again at every change: most values were taken apart before. */
const figuresOf = remember((text) => {
  const parts = splitDate(text);
  return parts?.kind === 'figures' ? { sign: parts.sign, days: figureDates(parts.slots) } : undefined;
});
