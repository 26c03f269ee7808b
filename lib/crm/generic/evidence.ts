import { isWrittenIn } from '../parse/is-written-in';
import { languageHabits } from '../parse/language-habits';
import { parseDateTime } from '../parse/parse-date-time';
import type { DateOrder, DecimalSign } from '../parse/reading';
import type { DateTally } from '../parse/tally-dates';
import type { NumberTally } from '../parse/tally-numbers';

/** What all values of a page together prove of how it writes numbers and dates. */
export interface PageEvidence {
  readonly language: string;
  readonly decimalSign?: DecimalSign | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** The language's decimal sign, where the page's dates are written as that language writes them. */
  readonly languageSign?: DecimalSign | undefined;
  readonly isLanguageProved: boolean;
}

/** All values of a page. */
export interface PageTally {
  readonly numbers: NumberTally;
  readonly dates: DateTally;
  /** The first dates, as they are written. */
  readonly someDates: readonly string[];
}

/**
 * Collects the evidence. The language tag counts only where explicit values agree with it: decimal commas for a language
 * that has them, or dates that the language itself would write so (`31. Dez. 2026` in German).
 */
export function evidenceOf(language: string, { numbers, dates, someDates }: PageTally): PageEvidence {
  const habits = languageHabits(language);
  const decimalSign = numbers.decide();
  const isLanguageProved = decimalSign === ',' && habits.decimalSign === ',';
  const dateOrder = dates.decide({ isLanguageProved });
  const isDatedSo = someDates.slice(0, 20).some((text) => {
    const reading = parseDateTime(text, { order: dateOrder });
    return reading.kind === 'value' && isWrittenIn(text, reading.value.date, language);
  });
  return {
    language,
    decimalSign,
    dateOrder,
    isLanguageProved,
    ...(isDatedSo ? { languageSign: habits.decimalSign } : {}),
  };
}
