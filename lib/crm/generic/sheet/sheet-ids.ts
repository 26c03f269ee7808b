import type { CsvLine } from '../../../export/parse-csv';
import type { IdFault } from '../../sheet';
import { sheetIdTexts } from './sheet-id-texts';

export interface SheetId {
  readonly id?: string;
  readonly fault?: IdFault;
  /** The very row stood in the file before. */
  readonly isRepeated?: true;
}

/**
 * The id of every row of a sheet that has a row for each deal. Rows that say different things of one id are all refused:
 * which of them holds is not said.
 *
 * @param idOf The id as the CRM's pages have it; `undefined` for what is none of that CRM's.
 */
export function sheetIds(
  lines: readonly CsvLine[],
  at: number,
  idOf: (text: string) => string | undefined,
): readonly SheetId[] {
  const texts = lines.map(({ cells }) => cells[at] ?? '');
  const first = new Map<string, number>();
  const twice = new Set<string>();
  const ids = sheetIdTexts(texts, idOf).map((one, nth): SheetId => {
    const { id } = one;
    if (id === undefined) return one;
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
