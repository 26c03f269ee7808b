import { chunkSize, columnsFormat, flags } from '../../pipeline/columns/columns';
import { openChunk } from '../../pipeline/columns/open-chunk';
import type { Database } from '../database';
import type { ColumnsHead, KeysRow, ValuesRow } from './column-rows';

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
 * The present state of the columns, and what was written since an earlier one. Only the chunks are read that were written.
 *
 * @returns `mark` is `undefined` while there are no columns, and `changed` where it cannot be told: they were built anew, or
 *   rows were taken out.
 */
export function changedKeys(
  { columns }: Database,
  since: ColumnsMark | undefined,
): Promise<{ readonly mark: ColumnsMark | undefined; readonly changed: ChangedKeys | undefined }> {
  return columns.db.transaction('r', columns, async () => {
    // Their keys say what kind of rows they are.
    const head = (await columns.get('head')) as ColumnsHead | undefined;
    if (head === undefined || head.format !== columnsFormat || head.isBuilding)
      return { mark: undefined, changed: undefined };
    const mark = { epoch: head.epoch, version: head.version };
    if (since?.epoch !== head.epoch) return { mark, changed: undefined };
    const numbers = head.values.flatMap((version, n) => (version > since.version ? [n] : []));
    const [values, keys] = await Promise.all([
      columns.bulkGet(numbers.map((n) => `v:${n}`)) as PromiseLike<(ValuesRow | undefined)[]>,
      columns.bulkGet(numbers.map((n) => `k:${n}`)) as PromiseLike<(KeysRow | undefined)[]>,
    ]);
    const deals: string[] = [];
    let hasStrays = false;
    for (const nth of numbers.keys()) {
      const [{ buffer } = {}, { keys: own = [] } = {}] = [values[nth], keys[nth]];
      if (buffer === undefined) return { mark, changed: undefined };
      const chunk = openChunk(buffer);
      for (let at = 0; at < chunkSize; at += 1) {
        if ((chunk.written[at] ?? 0) <= since.version) continue;
        const key = own[at];
        if (chunk.flags[at] === 0 || key === undefined || key === null) return { mark, changed: undefined };
        if (typeof key === 'string') deals.push(key);
        hasStrays ||= ((chunk.flags[at] ?? 0) & flags.stray) !== 0;
      }
    }
    return { mark, changed: { deals, hasStrays } };
  });
}
