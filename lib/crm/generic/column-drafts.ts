import { parseAmount } from '../parse/parse-amount';
import { statedCurrency } from '../parse/stated-currency';
import { parseOutcome } from '../parse/parse-outcome';
import type { DateOrder, DecimalSign } from '../parse/reading';
import { tallyDates, type DateTally } from '../parse/tally-dates';
import { tallyNumbers, type NumberTally } from '../parse/tally-numbers';
import type { DealTable } from './deal-tables';
import { evidenceOf, type PageEvidence } from './evidence';
import type { GenericField } from './fields';
import { isDateField, isNumberField } from './field-kinds';
import type { Shown } from './shown';
import type { Table } from './table';

/** A column while its rows are looked at. */
export interface ColumnDraft {
  readonly at: number;
  readonly heading: string;
  readonly field: GenericField | undefined;
  /** What each row shows in it, in the order of the rows. */
  readonly shown: (Shown | undefined)[];
  /** False for a column that nobody knows and that holds no amounts: it is not looked at any further. */
  isTelling: boolean;
  readonly numbers: NumberTally;
  readonly dates: DateTally;
  readonly someDates: string[];
  hasValues: boolean;
}

/** A column as all its rows together decided. */
export interface DecidedColumn {
  readonly field: GenericField | undefined;
  readonly heading: string;
  readonly shown: readonly (Shown | undefined)[];
  readonly decimalSign: DecimalSign | undefined;
  readonly dateOrder: DateOrder | undefined;
}

/** What of a table is known before its rows: one of a file has no more. */
type Headings = Pick<DealTable, 'known' | 'nameAt'> & { readonly table: Pick<Table, 'columns'> };

/** The columns of a table before any row of it was looked at. */
export function draftColumns({ table, known, nameAt }: Headings, language: string): ColumnDraft[] {
  return table.columns.map(({ at, heading }) => ({
    at,
    heading,
    // A number that stands for the name is still no name.
    field: at === nameAt && known.get(at)?.field !== 'number' ? 'name' : known.get(at)?.field,
    shown: [],
    isTelling: true,
    numbers: tallyNumbers(),
    dates: tallyDates(language),
    someDates: [],
    hasValues: false,
  }));
}

/** Adds what the next row shows in the column. */
export function addShown(column: ColumnDraft, shown: Shown | undefined): void {
  column.shown.push(shown);
  if (shown === undefined || shown.lines.length === 0) return;
  const { field } = column;
  const text = shown.lines.join('\n');
  if (field === undefined) addUnknown(column, text);
  else if (isNumberField(field)) column.numbers.add(text.replace('%', ''));
  else if (isDateField(field)) {
    column.dates.add(text);
    if (column.someDates.length < 20) column.someDates.push(text);
  }
}

/** An unknown column of amounts is no deal's amount, but shows how the page writes numbers. */
function addUnknown(column: ColumnDraft, text: string): void {
  const reading = parseAmount(text, { decimalSign: '.' });
  if (reading.kind === 'empty') return;
  column.hasValues = true;
  column.isTelling =
    reading.kind === 'ambiguous' || (reading.kind === 'value' && reading.value.currency !== undefined);
  if (column.isTelling) column.numbers.add(text);
}

/** The conventions of each column, decided from all its rows. */
export function decideColumns(drafts: readonly ColumnDraft[], language: string): DecidedColumn[] {
  const settled = withStage(withoutCounters(drafts));
  const evidence = evidenceOfAll(settled, language);
  return settled.map(({ field, heading, shown, numbers, dates }) => ({
    field,
    heading,
    shown,
    decimalSign:
      field !== undefined && isNumberField(field)
        ? numbers.decide({
            currency: statedCurrency(heading),
            elsewhere: evidence.decimalSign,
            language: evidence.languageSign,
          })
        : undefined,
    dateOrder:
      field !== undefined && isDateField(field)
        ? dates.decide({ elsewhere: evidence.dateOrder, isLanguageProved: evidence.isLanguageProved })
        : undefined,
  }));
}

function evidenceOfAll(columns: readonly ColumnDraft[], language: string): PageEvidence {
  const all = { numbers: tallyNumbers(), dates: tallyDates(language), someDates: [] as string[] };
  for (const { field, numbers, dates, someDates, isTelling, hasValues } of columns) {
    if (field === undefined ? isTelling && hasValues : isNumberField(field)) all.numbers.join(numbers);
    if (field !== undefined && isDateField(field)) {
      all.dates.join(dates);
      all.someDates.push(...someDates);
    }
  }
  return evidenceOf(language, all);
}

/** Where no column is the stage, a status of words that are not outcomes is. */
function withStage(columns: readonly ColumnDraft[]): ColumnDraft[] {
  const hasStage = columns.some(({ field }) => field === 'stage');
  return columns.map((column) => {
    if (column.field !== 'status' || hasStage) return column;
    return textsOf(column).every((text) => parseOutcome(text) !== undefined)
      ? column
      : { ...column, field: 'stage' };
  });
}

/** A column of 1, 2, 3 … counts rows; it numbers no deals. */
function withoutCounters(columns: readonly ColumnDraft[]): ColumnDraft[] {
  return columns.map((column) => {
    if (column.field !== 'number') return column;
    const numbers = textsOf(column).map(Number);
    const isCounter = numbers.every((number, row) => number === (numbers[0] ?? 0) + row);
    return isCounter ? { ...column, field: undefined, isTelling: false } : column;
  });
}

function textsOf({ shown }: ColumnDraft): string[] {
  return shown.flatMap((at) => (at === undefined || at.lines.length === 0 ? [] : at.lines.join('\n')));
}
