import type { Part } from './part';
import { partOf } from './part-of';
import type { PassColumns } from './pass-columns';
import { rowsOfDays, type Days } from './rows-of-days';

/** The passes of some days that are let through. */
export function partOfDays(columns: PassColumns, days: Days, isLetIn: (row: number) => boolean): Part {
  const isIn = new Uint8Array(columns.size);
  const [from, to] = rowsOfDays(columns, days);
  for (let row = from; row < to; row += 1) if (isLetIn(row)) isIn[row] = 1;
  return partOf(columns, isIn);
}
