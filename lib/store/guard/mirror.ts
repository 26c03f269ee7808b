import { Dexie, type Collection, type Table } from 'dexie';
import { keyReader } from '../key-reader';
import type { JournalRecord, KeySpan } from './record';

/** Where copying table by table goes on: behind this key of this table. */
export interface Cursor {
  readonly table: string;
  /** Absent: from the table's beginning. */
  readonly after?: IDBValidKey;
}

/** What the mirror is a copy of: its row `state`. */
export interface MirrorState {
  readonly uuid: string;
  readonly epoch: string;
  /** Earlier epochs of the same store, all of whose writes are in this copy. */
  readonly past: readonly string[];
  /** The last write that stands in the rows; later ones are in the journal. */
  readonly generation: number;
  /** When that was. */
  readonly at: string;
  /** Version of the store's tables, as the rows have them. */
  readonly version: number;
  /** Present while the copy is being made: what lies behind is old, or missing. */
  readonly filling?: Cursor;
}

/** A row's place: its table, and its key there. */
export type RowKey = readonly [table: string, key: IDBValidKey];

/**
 * The second copy. Its own tables never change, whatever becomes of the store's: one holds the rows of them all,
 * one the writes that are not among the rows yet.
 */
export type Mirror = Dexie & {
  rows: Table<object, RowKey>;
  journal: Table<JournalRecord, number>;
  meta: Table<MirrorState, 'state'>;
};

/** Name of the mirror's bucket, and of the database in it. */
export const mirrorName = 'stafet-mirror';

export function openMirror(indexedDB: IDBFactory): Mirror {
  const mirror = new Dexie(mirrorName, {
    indexedDB,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    // Closed by the browser, it may have been wiped: it is looked at before it is used again.
    autoOpen: false,
  }) as Mirror;
  mirror.version(1).stores({ rows: '', journal: 'generation', meta: '' });
  return mirror;
}

/** Puts rows of one of the store's tables, each under its key. */
export async function putRows(
  { rows }: Mirror,
  table: Table<object, IDBValidKey>,
  given: readonly object[],
): Promise<void> {
  const places = placesOf(table.name, given.map(keyReader(table)));
  // Dexie's types know no lists among keys in this place.
  await rows.bulkPut(given, places as unknown as string[]);
}

/** Takes rows of one table out. */
export async function dropRows({ rows }: Mirror, table: string, keys: readonly IDBValidKey[]): Promise<void> {
  await rows.bulkDelete(placesOf(table, keys));
}

function placesOf(table: string, keys: readonly IDBValidKey[]): RowKey[] {
  return keys.map((key) => [table, key]);
}

/** Rows of one table, in the order of their keys, from `lower` to `upper`; absent ends are the table's own. */
export function rowsBetween(
  { rows }: Mirror,
  table: string,
  { lower = Dexie.minKey, upper = Dexie.maxKey, lowerOpen, upperOpen }: KeySpan = {},
): Collection<object, RowKey> {
  return rows.where(':id').between([table, lower], [table, upper], lowerOpen !== true, upperOpen !== true);
}
