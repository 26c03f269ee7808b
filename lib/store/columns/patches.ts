import { chunkSize, type Chunk } from '../../pipeline/columns/columns';
import { copySlot } from '../../pipeline/columns/copy-slot';
import { openChunk } from '../../pipeline/columns/open-chunk';
import type { ColumnsHead, PatchRow } from './column-rows';

/** These slots as the chunks have them now, to be stored. */
export function patchRow(version: number, chunks: readonly Chunk[], slots: readonly number[]): PatchRow {
  const patch = openChunk(undefined, slots.length);
  for (const [at, slot] of slots.entries()) {
    const chunk = chunks[Math.floor(slot / chunkSize)];
    if (chunk !== undefined) copySlot({ chunk, at: slot % chunkSize }, { chunk: patch, at });
  }
  return { chunk: `p:${version}`, slots, buffer: patch.buffer };
}

/**
 * Brings chunks up to what patches say, in the order of these.
 *
 * @param chunks Their numbers are their places; those that change are replaced by copies, for others may hold them.
 * @param patches Those that the chunks do not have yet.
 */
export function applyPatches(
  chunks: Chunk[],
  { values }: Pick<ColumnsHead, 'values'>,
  patches: readonly PatchRow[],
): void {
  const copies = new Set<Chunk>();
  for (const { chunk: name, slots, buffer } of patches) {
    const version = Number(name.slice(2));
    const patch = openChunk(buffer, slots.length);
    for (const [at, slot] of slots.entries()) {
      const n = Math.floor(slot / chunkSize);
      let chunk = chunks[n];
      // Its row was written whole since.
      if (chunk === undefined || version <= (values[n] ?? 0)) continue;
      if (!copies.has(chunk)) copies.add((chunks[n] = chunk = openChunk(chunk.buffer.slice(0))));
      copySlot({ chunk: patch, at }, { chunk, at: slot % chunkSize });
    }
  }
}
