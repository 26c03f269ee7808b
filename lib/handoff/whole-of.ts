import type { Part } from './part';
import { partOf } from './part-of';
import type { PassColumns } from './pass-columns';

/** Every row. */
export function wholeOf(columns: PassColumns): Part {
  return partOf(columns, new Uint8Array(columns.size).fill(1));
}
