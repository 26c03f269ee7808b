import { Dexie, type Transaction } from 'dexie';
import { columnsFormat, type Columns } from '../../pipeline/columns/columns';
import { openChunk } from '../../pipeline/columns/open-chunk';
import type { Database } from '../database';
import type { ColumnsHead, PatchRow, ValuesRow, WordsRow } from './column-rows';
import { applyPatches } from './patches';

/** The columns as some instant had them. Whoever changes a chunk changes a copy of it. */
export interface StoredColumns extends Columns {
  readonly head: ColumnsHead;
}

/** The columns last read or written in this context. Of no consequence but speed: every use asks the head first. */
const held = new WeakMap<Database, StoredColumns>();
/** The same inside a write that has not been committed yet, which alone can change them: it asks the head once. */
const pending = new WeakMap<Transaction, StoredColumns>();

/**
 * The columns, in one read transaction or in the one under way: what has not changed since the last time is not read
 * again. The same object comes back where nothing has.
 * @returns `undefined` while there are none, of an older format, or not yet all: the service worker builds them.
 */
export function readColumns(database: Database): Promise<StoredColumns | undefined> {
  const inside = Dexie.currentTransaction as Transaction | null;
  return inside ? readIn(database) : database.transaction('r', database.columns, () => readIn(database));
}

/** Keeps what was read or written for the next reader: at once, or from inside a write once that is committed. */
export function keepColumns(database: Database, columns: StoredColumns): void {
  const inside = Dexie.currentTransaction as Transaction | null;
  if (inside?.mode !== 'readwrite') {
    held.set(database, columns);
    return;
  }
  if (!pending.has(inside)) {
    inside.on('complete', () => {
      const last = pending.get(inside);
      if (last !== undefined) held.set(database, last);
    });
  }
  pending.set(inside, columns);
}

async function readIn(database: Database): Promise<StoredColumns | undefined> {
  const inside = Dexie.currentTransaction as Transaction | null;
  const own = inside && pending.get(inside);
  if (own) return own;
  // Its key says what kind of row it is.
  const head = (await database.columns.get('head')) as ColumnsHead | undefined;
  if (head === undefined || head.format !== columnsFormat || head.isBuilding) return undefined;
  const last = held.get(database);
  const known = last?.head.epoch === head.epoch ? last : undefined;
  if (known?.head.version === head.version) {
    if (inside?.mode === 'readwrite') keepColumns(database, known);
    return known;
  }

  const stale = head.values.flatMap((version, n) => (known?.head.values[n] === version ? [] : [n]));
  const hasWords = known?.head.words === head.words;
  const patches = head.patches.filter((version) => version > (known?.head.version ?? -1));
  const rows = await database.columns.bulkGet([
    ...stale.map((n) => `v:${n}`),
    ...patches.map((version) => `p:${version}`),
    ...(hasWords ? [] : ['words']),
  ]);
  const chunks = [...(known?.chunks ?? [])];
  for (const [nth, n] of stale.entries()) {
    const row = rows[nth] as ValuesRow | undefined;
    if (row === undefined) return undefined;
    chunks[n] = openChunk(row.buffer);
  }
  const late = rows.slice(stale.length, stale.length + patches.length) as (PatchRow | undefined)[];
  if (!late.every((row) => row !== undefined)) return undefined;
  applyPatches(chunks, head, late);
  const words = hasWords ? known.words : (rows.at(-1) as WordsRow | undefined)?.words;
  if (words === undefined) return undefined;
  const columns = { head, chunks, words };
  keepColumns(database, columns);
  return columns;
}
