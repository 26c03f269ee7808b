import type { MappedField } from '../../deal/mapping';
import { decideDateOrder } from '../parse/decide-date-order';
import { decideDecimalSign } from '../parse/decide-decimal-sign';
import { statedCurrency } from '../parse/stated-currency';
import { parseOutcome } from '../parse/parse-outcome';
import { tallyDates } from '../parse/tally-dates';
import { tallyNumbers } from '../parse/tally-numbers';
import { evidenceOf } from './evidence';
import { fieldOfHeading } from './field-of-heading';
import { isDateField, isNumberField } from './field-kinds';
import type { GenericField } from './fields';
import { fullerShown } from './fuller-shown';
import { guessColumns } from './guess-columns';
import { isUnderOther, type Pair } from './pairs';
import type { Cell } from './read-values';
import { shownAt, type Shown } from './shown';
import { withoutHeading } from './without-heading';

export interface RecordCells {
  readonly cells: readonly Cell[];
  /** Fields of which the page shows two different values: neither is read. */
  readonly contested: readonly GenericField[];
}

/** What a deal has, and an invoice or a company as well. */
const moneyAndTime: ReadonlySet<GenericField | undefined> = new Set<GenericField>([
  'amount',
  'mrr',
  'arr',
  'closeOn',
  'closedOn',
  'stage',
  'status',
  'crmProbability',
  'currency',
  'name',
  'number',
  'createdOn',
]);

/**
 * The cells of a record, with the conventions that all its values together decided.
 *
 * @param said What the user has said of a label, which beats every guess; `null`: none of the fields.
 */
export function recordCells(
  pairs: readonly Pair[],
  language: string,
  said?: (pair: Pair) => MappedField | null | undefined,
): RecordCells {
  // "Amount" under "Invoices" is not the deal's.
  const own = pairs.filter(
    (pair) =>
      said?.(pair) !== undefined ||
      !(moneyAndTime.has(fieldOfHeading(pair.heading)?.field) && isUnderOther(pair)),
  );
  const shows = ({ value }: Pair) => shownAt(value).lines.join('\n');
  const { known, contested } = guessColumns(
    withoutRepeats(own),
    said,
    (one, other) => shows(one) === shows(other),
  );
  const found = [...known].map(([pair, { field }]) => {
    const seen = fullerShown(field, pair.value, shownAt(pair.value));
    const shown = pair.value.contains(pair.label) ? withoutHeading(seen, pair.heading) : seen;
    return { field, heading: pair.heading, shown, text: shown.lines.join('\n') };
  });
  const hasStage = found.some(({ field }) => field === 'stage');
  const settled = found.map((cell) =>
    cell.field === 'status' && !hasStage && parseOutcome(cell.text) === undefined
      ? { ...cell, field: 'stage' as const }
      : cell,
  );
  const decoys = pairs
    .map(({ value }) => shownAt(value).lines.join('\n'))
    .filter((text) => /\p{Sc}|(?<!\p{L})[A-Z]{3}(?!\p{L})|kr/u.test(text));
  return { cells: decideCells(settled, decoys, language), contested };
}

/** A value of a record whose field is known, before its conventions are. */
export interface UndecidedCell {
  readonly field: GenericField;
  readonly heading: string;
  readonly shown: Shown;
}

/**
 * The cells with the conventions that all of them together decided.
 *
 * @param decoys Other amounts of the page: they show how it writes numbers.
 */
export function decideCells(
  found: readonly UndecidedCell[],
  decoys: readonly string[],
  language: string,
): Cell[] {
  const texts = found.map((cell) => ({ ...cell, text: cell.shown.lines.join('\n') }));
  const numbers = tallyNumbers();
  const dates = tallyDates(language);
  for (const { field, text } of texts) {
    if (isNumberField(field)) numbers.add(text.replace('%', ''));
    if (isDateField(field)) dates.add(text);
  }
  for (const text of decoys) numbers.add(text);
  const someDates = texts.filter(({ field }) => isDateField(field)).map(({ text }) => text);
  const evidence = evidenceOf(language, { numbers, dates, someDates });
  return texts.map(({ field, heading, shown, text }): Cell => ({
    field,
    heading,
    shown,
    decimalSign: decideDecimalSign([text], {
      currency: statedCurrency(heading),
      elsewhere: evidence.decimalSign,
      language: evidence.languageSign,
    }),
    dateOrder: decideDateOrder([text], {
      elsewhere: evidence.dateOrder,
      language,
      isLanguageProved: evidence.isLanguageProved,
    }),
  }));
}

/** The same value again under the same label (a summary above, a form below) is one value. */
function withoutRepeats(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const key = JSON.stringify([pair.heading, shownAt(pair.value)]);
    return !seen.has(key) && seen.add(key);
  });
}
