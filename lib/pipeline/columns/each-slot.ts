import { chunkSize, flags, type Chunk, type Columns } from './columns';

/** Calls `visit` for every slot that holds a row, in the order of slots. */
export function eachSlot({ chunks }: Columns, visit: (chunk: Chunk, at: number, slot: number) => void): void {
  for (const [nth, chunk] of chunks.entries()) {
    for (let at = 0; at < chunkSize; at += 1) {
      if (((chunk.flags[at] ?? 0) & flags.filled) !== 0) visit(chunk, at, nth * chunkSize + at);
    }
  }
}
