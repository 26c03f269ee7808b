import { chunkSize, columnTypes, type Chunk } from './columns';

const columns = Object.entries(columnTypes);
const chunkBytes = columns.reduce((sum, [, type]) => sum + type.BYTES_PER_ELEMENT * chunkSize, 0);

/** The columns in a chunk's buffer, to read and to write; without a buffer those of 1024 empty slots. */
export function openChunk(buffer: ArrayBuffer = new ArrayBuffer(chunkBytes)): Chunk {
  const chunk: Record<string, unknown> = { buffer };
  let at = 0;
  for (const [name, Type] of columns) {
    chunk[name] = new Type(buffer, at, chunkSize);
    at += Type.BYTES_PER_ELEMENT * chunkSize;
  }
  // Every column of the table was just given its view.
  return chunk as unknown as Chunk;
}
