import type { DateOrder, DecimalSign } from './reading';
import { remember } from './remember';

/** How a language usually writes numbers and dates; a key is absent where its countries differ. */
export interface LanguageHabits {
  readonly decimalSign?: DecimalSign;
  readonly dateOrder?: DateOrder;
  /** The sign between the figures of a short date. */
  readonly dateSign?: string;
}

/**
 * Habits of a language tag, from the platform's tables. A hint and no proof: `<html lang>` is often wrong. Bare `en`
 * says nothing of dates and bare `es` nothing of numbers, for their countries differ. Unknown tags give nothing.
 *
 * @example languageHabits('da') // { decimalSign: ',', dateOrder: 'dmy', dateSign: '.' }
 */
export function languageHabits(tag: string): LanguageHabits {
  return known(tag);
}

const known = remember(habitsOf);

function habitsOf(tag: string): LanguageHabits {
  const base = tag.toLowerCase();
  try {
    if (Intl.NumberFormat.supportedLocalesOf(tag).length === 0) return {};
    const sign = new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
    const date = new Intl.DateTimeFormat(tag, { calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
    const order = date
      .map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as string] ?? '')
      .join('');
    const between = date.find(({ type }) => type === 'literal')?.value.trim();
    return {
      ...((sign === '.' || sign === ',') && base !== 'es' ? { decimalSign: sign } : {}),
      ...(isOrder(order) && base !== 'en' ? { dateOrder: order } : {}),
      ...(between === undefined ? {} : { dateSign: between }),
    };
  } catch {
    // A malformed tag throws; pages have them.
    return {};
  }
}

function isOrder(text: string): text is DateOrder {
  return text === 'dmy' || text === 'mdy' || text === 'ymd';
}
