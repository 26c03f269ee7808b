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
  /** By order: the first and the last year that the values would be of. */
  readonly years: Map<DateOrder, readonly [number, number]>;
  /** Up to four different values. */
  readonly some: Set<string>;
}

/**
 * Gathers the evidence for {@link DateOrder} value by value; how it is weighed says `decideDateOrder`.
 *
 * @param language the page's language tag, as stated; may be empty
 * @example const tally = tallyDates('en'); tally.add('28/02/2026'); tally.decide() // 'dmy'
 */
export function tallyDates(language: string): DateTally {
  const habits = languageHabits(language);
  const seen: SeenDates = {
    open: new Set(['dmy', 'mdy', 'ymd']),
    signs: new Set(),
    years: new Map(),
    some: new Set(),
  };
  return {
    seen,
    add(text) {
      const figures = figuresOf(text.slice(0, textLimit + 1));
      if (figures === undefined) return;
      seen.signs.add(figures.sign);
      addSome(seen, figures.slots.join());
      for (const [order, day] of figures.days) addYears(seen, order, [Number(day.slice(0, 4))]);
      // Nobody writes 26/12/31 for a day of 2026 where years stand last.
      const isYearFirst = habits.dateOrder === undefined || habits.dateOrder === 'ymd';
      for (const order of seen.open) {
        if (!figures.days.has(order) || (order === 'ymd' && !isYearFirst)) seen.open.delete(order);
      }
    },
    join({ seen: { open, signs, years, some } }) {
      for (const sign of signs) seen.signs.add(sign);
      for (const one of some) addSome(seen, one);
      for (const [order, span] of years) addYears(seen, order, span);
      for (const order of seen.open) if (!open.has(order)) seen.open.delete(order);
    },
    decide(evidence = {}) {
      const { signs } = seen;
      const open = withoutLeaps(seen);
      if (signs.size === 0) return undefined;
      const [only, ...others] = open;
      if (only !== undefined && others.length === 0) return only;
      if (evidence.elsewhere !== undefined && open.has(evidence.elsewhere)) return evidence.elsewhere;
      // Slashes and hyphens stand in dates of either order, by the settings of a CRM; dots hardly do.
      const hasOwnSign = signs.size === 1 && habits.dateSign === '.' && signs.has('.');
      const agrees = hasOwnSign || evidence.isLanguageProved === true;
      return agrees && habits.dateOrder !== undefined && open.has(habits.dateOrder)
        ? habits.dateOrder
        : undefined;
    },
  };
}

/**
 * In dates of six figures the year is what hardly changes: an order in which the years of a column leap about is out
 * where another keeps them close together. Of fewer than four different values that could be chance.
 */
function withoutLeaps({ open, years, some }: SeenDates): ReadonlySet<DateOrder> {
  const span = (order: DateOrder) => {
    const [first, last] = years.get(order) ?? [0, 0];
    return last - first;
  };
  const isCalm = [...years.keys()].some((order) => span(order) <= 4);
  if (some.size < 4 || !isCalm) return open;
  return new Set([...open].filter((order) => span(order) <= 8));
}

function addYears({ years }: SeenDates, order: DateOrder, more: readonly number[]): void {
  const all = [...(years.get(order) ?? []), ...more];
  years.set(order, [Math.min(...all), Math.max(...all)]);
}

function addSome({ some }: SeenDates, one: string): void {
  if (some.size < 4) some.add(one);
}

/** A page is read again at every change: most values were taken apart before. */
const figuresOf = remember((text) => {
  const parts = splitDate(text);
  return parts?.kind === 'figures' ? { ...parts, days: figureDates(parts.slots) } : undefined;
});
