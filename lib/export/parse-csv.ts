/** One row below the headings. */
export interface CsvLine {
  /** Its place among the rows of the file, the headings being row 1; empty rows count as a spreadsheet shows them. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table as a file holds it. */
export interface CsvTable {
  readonly kind: 'table';
  readonly headings: readonly string[];
  readonly lines: readonly CsvLine[];
}

/** Why a text is no table that could be relied on. */
export type CsvRefusal =
  | { readonly kind: 'refused'; readonly why: 'no-rows' | 'one-column' | 'too-many-rows' }
  /** A quotation mark that does not close, or text behind one that does: where rows end is not known from there on. */
  | { readonly kind: 'refused'; readonly why: 'quotes'; readonly row: number };

/**
 * Takes a CSV text apart: commas, semicolons, tabs or bars between the cells, whichever its first rows agree on, or what
 * a first line `sep=;` says; line breaks and separators within quotation marks belong to the cell. Cells are text: what
 * a spreadsheet would take for a formula is not run, and what keeps it from doing so (`'=1`, `="007"`) is taken off.
 *
 * Written here because the usual library brings a door to the network along, and what reads a customer's export in a
 * worker must have none.
 *
 * @param mostRows More than so many are refused.
 * @example parseCsv('Id;Name\n1;"Nord;lys"', 10) // { kind: 'table', headings: ['Id', 'Name'], lines: [{ row: 2, cells: ['1', 'Nord;lys'] }] }
 */
export function parseCsv(text: string, mostRows: number): CsvTable | CsvRefusal {
  const said = /^sep=(.)\r?\n/.exec(text);
  const rest = said === null ? text : text.slice(said[0].length);
  let row = said === null ? 0 : 1;
  let headings: readonly string[] | undefined;
  const lines: CsvLine[] = [];
  for (const record of recordsOf(rest, said?.[1] ?? separatorOf(rest))) {
    row += 1;
    if (record === 'quotes') return { kind: 'refused', why: 'quotes', row };
    if (record.every((cell) => cell.trim() === '')) continue;
    if (lines.length === mostRows) return { kind: 'refused', why: 'too-many-rows' };
    const cells = record.map(plainText);
    if (headings === undefined) headings = cells;
    else lines.push({ row, cells });
  }
  if (headings === undefined || lines.length === 0) return { kind: 'refused', why: 'no-rows' };
  if (headings.length < 2) return { kind: 'refused', why: 'one-column' };
  return { kind: 'table', headings, lines };
}

function plainText(cell: string): string {
  const text = cell.replace(/\s*\n\s*/g, ' ').trim();
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

/** The comma is last: where others separate cells, it may stand in every amount. */
const separators = ['\t', ';', '|', ','] as const;
const rowsToTell = 10;

/** What separates the cells: that by which most of the first rows are as wide as the headings, and at least two. */
function separatorOf(text: string): string {
  let best: { readonly sign: string; readonly rows: number; readonly width: number } | undefined;
  for (const sign of separators) {
    const widths: number[] = [];
    for (const record of recordsOf(text, sign)) {
      if (record === 'quotes' || widths.length === rowsToTell) break;
      if (record.some((cell) => cell.trim() !== '')) widths.push(record.length);
    }
    const width = widths[0] ?? 0;
    const rows = widths.filter((one) => one === width).length;
    if (width < 2) continue;
    if (best === undefined || rows > best.rows || (rows === best.rows && width > best.width))
      best = { sign, rows, width };
  }
  return best?.sign ?? ',';
}

/** The cells of each row; `quotes`, and nothing after it, where it cannot be told where a cell ends. */
function* recordsOf(text: string, separator: string): Generator<readonly string[] | 'quotes'> {
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      const end = text[at] === '"' ? closingQuote(text, at + 1) + 1 : endOfPlain(text, at, separator);
      // Behind a cell there is a separator, the end of the row, or nothing.
      if (end === 0 || endOfPlain(text, end, separator) !== end) return yield 'quotes';
      cells.push(text[at] === '"' ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    yield cells;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Where the quotation mark stands that ends a cell, two being one of its text; -1: nowhere. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
