import { chunkSize, columnTypes, type Chunk } from './columns';

const columns = Object.entries(columnTypes);
const slotBytes = columns.reduce((sum, [, type]) => sum + type.BYTES_PER_ELEMENT, 0);

/** The columns in a chunk's buffer, to read and to write; without a buffer those of empty slots, 1024 unless told. */
export function openChunk(buffer?: ArrayBuffer, slots = chunkSize): Chunk {
  const whole = buffer ?? new ArrayBuffer(slotBytes * slots);
  const chunk: Record<string, unknown> = { buffer: whole };
  let at = 0;
  for (const [name, Type] of columns) {
    chunk[name] = new Type(whole, at, slots);
    at += Type.BYTES_PER_ELEMENT * slots;
  }
  // Every column of the table was just given its view.
  return chunk as unknown as Chunk;
}
