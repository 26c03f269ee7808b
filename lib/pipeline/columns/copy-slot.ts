import { columnTypes, type Chunk } from './columns';

/** Where a slot lies. */
interface Place {
  readonly chunk: Chunk;
  readonly at: number;
}

const names = Object.keys(columnTypes) as (keyof typeof columnTypes)[];

/** Writes what the columns say of one slot into the place of another. */
export function copySlot(from: Place, to: Place): void {
  for (const name of names) to.chunk[name][to.at] = from.chunk[name][from.at] ?? 0;
}
