import { chunkSize, flags, type Chunk } from '../../pipeline/columns/columns';
import type { Database } from '../database';
import type { ColumnsHead, KeysRow } from './column-rows';
import { readColumns } from './read-columns';

/** One state of the columns: whatever is read of the rows afterwards is no older. */
export type ColumnsMark = Pick<ColumnsHead, 'epoch' | 'version'>;

/** What was written between two states of the columns. */
export interface ChangedKeys {
  /** Deals; a change of a deal is never stored without the deal. */
  readonly deals: readonly string[];
  /** Whether rows without id were written. */
  readonly hasStrays: boolean;
}

/**
 * The present state of the columns, and what was written since an earlier one. Only keys of chunks that were written are read.
 *
 * @returns `mark` is `undefined` while there are no columns, and `changed` where it cannot be told: they were built anew, or
 *   rows were taken out.
 */
export function changedKeys(
  database: Database,
  since: ColumnsMark | undefined,
): Promise<{ readonly mark: ColumnsMark | undefined; readonly changed: ChangedKeys | undefined }> {
  const { columns } = database;
  return columns.db.transaction('r', columns, async () => {
    const stored = await readColumns(database);
    if (stored === undefined) return { mark: undefined, changed: undefined };
    const { epoch, version } = stored.head;
    const mark = { epoch, version };
    if (since?.epoch !== epoch) return { mark, changed: undefined };
    const slots = slotsSince(stored.chunks, since.version);
    const chunks = [...new Set(slots.map((slot) => Math.floor(slot / chunkSize)))];
    // Their keys say what kind of rows they are.
    const rows = (await columns.bulkGet(chunks.map((n) => `k:${n}`))) as (KeysRow | undefined)[];
    const keys = new Map(chunks.map((n, nth) => [n, rows[nth]?.keys]));
    const deals: string[] = [];
    let hasStrays = false;
    for (const slot of slots) {
      const [n, at] = [Math.floor(slot / chunkSize), slot % chunkSize];
      const bits = stored.chunks[n]?.flags[at] ?? 0;
      const key = keys.get(n)?.[at];
      if (bits === 0 || key === undefined || key === null) return { mark, changed: undefined };
      if (typeof key === 'string') deals.push(key);
      hasStrays ||= (bits & flags.stray) !== 0;
    }
    return { mark, changed: { deals, hasStrays } };
  });
}

/** The slots that were written after a version of the columns. */
function slotsSince(chunks: readonly Chunk[], version: number): readonly number[] {
  return chunks.flatMap(({ written }, n) => {
    const slots: number[] = [];
    for (const [at, own] of written.entries()) if (own > version) slots.push(n * chunkSize + at);
    return slots;
  });
}
