import type { Outcome } from '../../deal/deal';

/** Rows in one chunk of columns: of a row's slot, `slot >> 10` is the chunk and `slot & 1023` its place in it. No part in the figures. */
export const chunkSize = 1024;

/** What a slot's flags say, but for the outcome in the lowest two bits. All zero: the slot is empty. */
export const flags = {
  filled: 4,
  /** A row without id: one of `unidentified`. */
  stray: 8,
  /** Of the rows without id that may be one deal (or the only one), this one stands for it; bound ones never do. */
  chosen: 16,
  /** A row without id that shows the deal's number, and may be in totals. */
  numbered: 32,
  /** A row without id that turned out to be a deal. */
  bound: 64,
  removed: 128,
  /** The amount was shown rounded. */
  rounded: 256,
} as const;

/** The outcome by its number in the flags. */
export const outcomes: readonly (Outcome | undefined)[] = [undefined, 'open', 'won', 'lost'];

/**
 * The columns of a chunk in the order in which they lie in its buffer, the widest first. A column that nobody reads is
 * not here; one more, or another meaning of one, is another {@link columnsFormat}.
 */
export const columnTypes = {
  /** Minor units; NaN: not known. */
  amountMinor: Float64Array,
  /** When the row was last seen: microseconds since 1970. */
  seenMicros: Float64Array,
  /** Days as `dayNumber` writes them. */
  closeOn: Int32Array,
  closedOn: Int32Array,
  /** The CRM's probability in millionths; -1: not known. */
  oddsMillionths: Int32Array,
  /** Numbers of words; 0: not known. The amount's unit is written by `unitWord`, where the row is from by `originWord`. */
  unit: Uint32Array,
  origin: Uint32Array,
  stage: Uint32Array,
  owner: Uint32Array,
  seenAs: Uint32Array,
  /** Version of the columns that wrote the slot: who has read its row at an older one reads it again. */
  written: Uint32Array,
  /** See {@link flags}. */
  flags: Uint16Array,
} as const;

/** Raised with every change of what the columns hold: columns of another format are built anew. No part in the figures. */
export const columnsFormat = 3;

/** The columns of 1024 rows (of a patch: as many as it has), as views of one buffer. */
export type Chunk = {
  readonly [Name in keyof typeof columnTypes]: InstanceType<(typeof columnTypes)[Name]>;
} & { readonly buffer: ArrayBuffer };

/** All rows of the store, as far as figures, filters and sums need them. */
export interface Columns {
  readonly chunks: readonly Chunk[];
  /** Every text that the columns name by its number; number 0 is no text. */
  readonly words: readonly string[];
}
