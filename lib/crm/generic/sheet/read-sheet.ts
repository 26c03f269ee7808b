import type { Mapping } from '../../../deal/mapping';
import type { CsvTable } from '../../../export/parse-csv';
import type { SheetDeal, SheetHelp, SheetProblem, SheetRead, SheetWish } from '../../sheet';
import { addShown, decideColumns, draftColumns, type DecidedColumn } from '../column-drafts';
import { dealFromCells } from '../deal-from-cells';
import type { FieldGuess } from '../field-of-heading';
import type { Cell } from '../read-values';
import { shownText } from '../shown';
import { sheetIds } from './sheet-ids';
import { sheetKeys } from './survey-sheet';

/**
 * Reads the deals of a sheet by the rules of pages: how numbers and dates are written is decided for each column from all
 * its values, and what could mean two things is left out and named.
 */
export function readSheet(
  { headings, lines }: CsvTable,
  { mapping, idKey, at, today, zone }: SheetWish,
  { idOf = () => undefined, onRow }: SheetHelp = {},
): SheetRead {
  const keys = sheetKeys(headings);
  const unreadable: SheetProblem[] = [];
  const whole = lines.filter(({ row, cells }) => {
    const isWhole = cells.length === headings.length;
    if (!isWhole) unreadable.push({ row, code: 'cells', text: cells.join(' ').slice(0, 80) });
    return isWhole;
  });
  const columns = decidedOf({ headings, lines: whole }, keys, mapping.columns);
  const hasStatus = columns.some(({ field }) => field === 'status');
  // Beside a status a stage says nothing unless its deals are closed in it.
  const outcomes = new Map(
    mapping.stages.flatMap(({ name, outcome }) =>
      outcome === null || (hasStatus && outcome === 'open') ? [] : [[name, outcome] as const],
    ),
  );
  const context = { language: '', today, zone, at, isOpenView: false, outcomes };
  const deals: SheetDeal[] = [];
  const rows: number[] = [];
  const flagged: SheetProblem[] = [];
  let repeated = 0;
  for (const [nth, { id, fault, isRepeated }] of sheetIds(whole, keys.indexOf(idKey), idOf).entries()) {
    const { row = 0, cells = [] } = whole[nth] ?? {};
    onRow?.(nth);
    if (fault !== undefined || id === undefined) {
      unreadable.push({ row, code: fault ?? 'no-id', text: cells.join(' ').slice(0, 80) });
      continue;
    }
    if (isRepeated) {
      repeated += 1;
      continue;
    }
    const { read, problems } = dealFromCells(cellsOf(columns, cells), { id }, { ...context, row: id });
    deals.push({ ...read, id });
    rows.push(row);
    for (const { code, field, text } of problems)
      flagged.push({ row, code, ...(field && { field }), ...(text === undefined ? {} : { text }) });
  }
  return { deals, rows, unreadable, flagged, repeated };
}

interface SheetColumn extends DecidedColumn {
  readonly at: number;
}

function decidedOf(
  { headings, lines }: Pick<CsvTable, 'headings' | 'lines'>,
  keys: readonly string[],
  said: Mapping['columns'],
): readonly SheetColumn[] {
  const known = new Map<number, FieldGuess>();
  for (const [at, key] of keys.entries()) {
    const field = said[key];
    if (field !== undefined && field !== null) known.set(at, { field, confidence: 1 });
  }
  const nameAt = [...known].find(([, { field }]) => field === 'name')?.[0] ?? -1;
  // Columns that nobody has chosen say nothing of the others: they may be of another system.
  const columns = [...known.keys()].map((at) => ({ at, heading: headings[at] ?? '' }));
  const drafts = draftColumns({ table: { columns }, known, nameAt }, '');
  for (const draft of drafts) {
    // Of the others it is enough to have counted them: a hundred thousand rows are many cells.
    const isKept = draft.field === 'number' || draft.field === 'status';
    for (const { cells } of lines) {
      addShown(draft, shownText(cells[draft.at] ?? ''));
      if (!isKept) draft.shown.length = 0;
    }
  }
  return decideColumns(drafts, '').map((column, nth) => ({ ...column, at: columns[nth]?.at ?? 0 }));
}

function cellsOf(columns: readonly SheetColumn[], texts: readonly string[]): Cell[] {
  return columns.flatMap(({ at, field, heading, decimalSign, dateOrder }) =>
    field === undefined ? [] : { field, heading, shown: shownText(texts[at] ?? ''), decimalSign, dateOrder },
  );
}
