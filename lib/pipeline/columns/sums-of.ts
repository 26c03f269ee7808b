import type { Columns } from './columns';
import { countSlot, type Sums } from './count-slot';

/** The sums of all rows, counted anew. */
export function sumsOf({ chunks, words }: Columns): Sums {
  const sums: Sums = new Map();
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.flags.length; at += 1) countSlot(sums, { chunk, at, words }, 1);
  }
  return sums;
}
