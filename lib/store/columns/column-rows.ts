import type { SumGroup } from '../../pipeline/columns/count-slot';

/** A row of `deals` or `unidentified` as it is stored: with its place in the columns, which is no part of the deal. */
export type Placed<Row> = Row & { readonly slot?: number };

/** What the columns are: the row `head` of `columns`. */
export interface ColumnsHead {
  readonly chunk: 'head';
  readonly format: number;
  /** Made with the columns: those of another epoch (built anew, or after a wipe) have nothing to do with these. */
  readonly epoch: string;
  /** Raised by every write of columns. */
  readonly version: number;
  /** Slots that were given away; some of them may be empty again. */
  readonly slots: number;
  /** By chunk, the version that wrote its row of values, of keys, of texts: what a reader has of it is still good. */
  readonly values: readonly number[];
  readonly keys: readonly number[];
  readonly texts: readonly number[];
  /** The versions of the patches that are stored, in their order. Of a chunk those are in force that are later than its `values`. */
  readonly patches: readonly number[];
  /** The version that wrote the row `words`. */
  readonly words: number;
  /** While they are built they tell nothing. */
  readonly isBuilding?: true;
}

/** The numbers of 1024 slots: a `Chunk`'s buffer. */
export interface ValuesRow {
  readonly chunk: `v:${number}`;
  readonly buffer: ArrayBuffer;
}

/**
 * Single slots as a version left them, of chunks too many to write whole: a list of 500 deals from all over a store of
 * 100,000 touches every chunk, and they are five megabytes. Their numbers are those of a chunk of as many slots.
 */
export interface PatchRow {
  readonly chunk: `p:${number}`;
  readonly slots: readonly number[];
  readonly buffer: ArrayBuffer;
}

/** The key of a slot's deal; of a row without id, its key and what it has under in `unidentified`; null: empty. */
export type SlotKey =
  | string
  | readonly [key: string, tenant: string, view: string, fingerprint: string]
  | null;

export interface KeysRow {
  readonly chunk: `k:${number}`;
  readonly keys: readonly SlotKey[];
}

/** What 1024 slots are called: a line a slot, empty where nothing is known. For search and for sorting by name. */
export interface TextsRow {
  readonly chunk: `t:${number}`;
  readonly names: string;
  readonly accounts: string;
  readonly numbers: string;
}

export interface WordsRow {
  readonly chunk: 'words';
  readonly words: readonly string[];
}

export type ColumnsRow = ColumnsHead | ValuesRow | PatchRow | KeysRow | TextsRow | WordsRow;

/** The row `all` of `summary`: the sums of everything that the columns hold. */
export interface SumsRow {
  readonly scope: 'all';
  /** Of which columns. */
  readonly epoch: string;
  /** `minor` as a decimal: a sum may be beyond the safe integers. */
  readonly groups: readonly (Omit<SumGroup, 'minor'> & { readonly minor: string })[];
}
