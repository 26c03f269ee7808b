import type { CsvLine } from '../../../export/parse-csv';
import type { IdFault } from '../../sheet';

export interface SheetId {
  readonly id?: string;
  readonly fault?: IdFault;
  /** The very row stood in the file before. */
  readonly isRepeated?: true;
}

/**
 * The id of every row, decided for all rows together. A spreadsheet may have written `1.23E+11`, or zeros for all digits
 * after the fifteenth, and two deals would be one; rows that say different things of one id are all refused: which of
 * them holds is not said.
 *
 * @param idOf The id as the CRM's pages have it; `undefined` for what is none of that CRM's.
 */
export function sheetIds(
  lines: readonly CsvLine[],
  at: number,
  idOf: (text: string) => string | undefined,
): readonly SheetId[] {
  const texts = lines.map(({ cells }) => cells[at] ?? '');
  const long = texts.filter((text) => /^\d{16,}$/.test(text));
  const isCut = long.length > 0 && long.every((text) => /^\d{15}0+$/.test(text));
  const first = new Map<string, number>();
  const twice = new Set<string>();
  const ids = texts.map((text, nth): SheetId => {
    if (text === '' || text.length > 200) return { fault: 'no-id' };
    if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text) || (isCut && text.length > 15)) return { fault: 'id-mangled' };
    const id = idOf(text);
    if (id === undefined) return { fault: 'id-mangled' };
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, nth);
      return { id };
    }
    if (isSame(lines[before], lines[nth])) return { id, isRepeated: true };
    twice.add(id);
    return { id };
  });
  return ids.map((one) => (one.id !== undefined && twice.has(one.id) ? { fault: 'id-twice' } : one));
}

function isSame(one: CsvLine | undefined, other: CsvLine | undefined): boolean {
  return one?.cells.length === other?.cells.length && one?.cells.join('\n') === other?.cells.join('\n');
}
