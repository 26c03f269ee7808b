import Papa from 'papaparse';

/** One line of a CSV file: text, or nothing. Numbers come as decimal text. */
export type CsvRow = readonly (string | null | undefined)[];

/**
 * Starts that a spreadsheet takes for a formula, full-width ones and those behind white space included. A plain
 * negative decimal is a number and nothing else: with an apostrophe before it nobody could add it up.
 */
const formula = /^(?!-\d+(?:\.\d+)?$)[\s\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;

/**
 * The same behind a sign that other languages' spreadsheets separate cells by: a Danish or German one opens a file with
 * commas as one column, and cuts `Acme;=1+1` in two.
 */
const hiddenFormula = /(?<!^)[;\t](?:\s*(?=[=+@＝＋＠])|(?=[-－]))/g;

/**
 * Rows as CSV (RFC 4180: commas, `\r\n`, quotes where needed), each line ended. Deal names are untrusted text that
 * will be opened in a spreadsheet: what would run as a formula there gets an apostrophe before it.
 *
 * @example csvText([['a', '=1+1', '-3.50', null]]) // 'a,"\'=1+1",-3.50,\r\n'
 */
export function csvText(rows: readonly CsvRow[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map((cell) => (cell ?? '').replace(hiddenFormula, "$&'")));
  return `${Papa.unparse(cells, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}
