import { decideDateOrder } from '../parse/decide-date-order';
import { decideDecimalSign } from '../parse/decide-decimal-sign';
import { parseAmount } from '../parse/parse-amount';
import { parseCurrency } from '../parse/parse-currency';
import { parseOutcome } from '../parse/parse-outcome';
import type { DealTable } from './deal-tables';
import { evidenceOf } from './evidence';
import type { GenericField } from './fields';
import { isDateField, isNumberField } from './field-kinds';
import type { Cell } from './read-values';
import type { RowIdentity } from './row-ids';
import { shownAt, type Shown } from './shown';
import type { Row } from './table';

interface ReadColumn {
  readonly field: GenericField | undefined;
  readonly heading: string;
  readonly shown: readonly (Shown | undefined)[];
}

/** The cells of each row, with the conventions that each column decided from all its rows. */
export function cellsOfTable(
  { table, known, nameAt }: DealTable,
  rows: readonly { readonly row: Row; readonly identity: RowIdentity }[],
  language: string,
): Cell[][] {
  const columns = table.columns.map(({ at, heading }): ReadColumn => {
    const shown = rows.map(({ row, identity }) => {
      const cell = row.cells.get(at);
      // The link's own text is the name; beside it there may be tags and buttons.
      const place =
        at === nameAt && identity.link !== undefined && cell?.contains(identity.link) ? identity.link : cell;
      return place && shownAt(place);
    });
    return { field: at === nameAt ? 'name' : known.get(at)?.field, heading, shown };
  });
  const settled = withStage(withoutCounters(columns));
  const numbers = settled.filter(({ field, shown }) =>
    field === undefined ? isMoney(shown) : isNumberField(field),
  );
  const dates = settled.filter(({ field }) => field !== undefined && isDateField(field));
  const evidence = evidenceOf(
    language,
    numbers.flatMap(textsOf).map((text) => text.replace('%', '')),
    dates.flatMap(textsOf),
  );
  const decided = settled.map((column) => ({
    ...column,
    decimalSign: decideDecimalSign(textsOf(column), {
      currency: parseCurrency(column.heading),
      elsewhere: evidence.decimalSign,
      language: evidence.languageSign,
    }),
    dateOrder: decideDateOrder(textsOf(column), {
      elsewhere: evidence.dateOrder,
      language,
      isLanguageProved: evidence.isLanguageProved,
    }),
  }));
  return rows.map((_, index) =>
    decided.flatMap(({ field, heading, shown, decimalSign, dateOrder }) => {
      const at = shown[index];
      return field === undefined || at === undefined
        ? []
        : { field, heading, shown: at, decimalSign, dateOrder };
    }),
  );
}

function textsOf({ shown }: ReadColumn): string[] {
  return shown.flatMap((at) => (at === undefined || at.lines.length === 0 ? [] : at.lines.join('\n')));
}

/** An unknown column of amounts is no deal's amount, but shows how the page writes numbers. */
function isMoney(shown: ReadColumn['shown']): boolean {
  const readings = shown.flatMap((at) =>
    at === undefined ? [] : parseAmount(at.lines.join('\n'), { decimalSign: '.' }),
  );
  const values = readings.filter(({ kind }) => kind !== 'empty');
  return (
    values.length > 0 &&
    values.every(
      (reading) => reading.kind === 'ambiguous' || (reading.kind === 'value' && 'currency' in reading.value),
    )
  );
}

/** Where no column is the stage, a status of words that are not outcomes is. */
function withStage(columns: readonly ReadColumn[]): ReadColumn[] {
  const hasStage = columns.some(({ field }) => field === 'stage');
  return columns.map((column) => {
    if (column.field !== 'status' || hasStage) return column;
    return textsOf(column).every((text) => parseOutcome(text) !== undefined)
      ? column
      : { ...column, field: 'stage' };
  });
}

/** A column of 1, 2, 3 … counts rows; it numbers no deals. */
function withoutCounters(columns: readonly ReadColumn[]): ReadColumn[] {
  return columns.map((column) => {
    if (column.field !== 'number') return column;
    const numbers = textsOf(column).map(Number);
    const isCounter = numbers.every((number, row) => number === (numbers[0] ?? 0) + row);
    return isCounter ? { ...column, field: undefined } : column;
  });
}
