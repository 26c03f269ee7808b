/** A stretch of a table's keys. An end that is missing is the table's own. */
export interface KeySpan {
  readonly lower?: unknown;
  readonly upper?: unknown;
  readonly lowerOpen?: boolean | undefined;
  readonly upperOpen?: boolean | undefined;
}

/** What one call did to one table. Rows are whole and have their keys: done again, it comes to the same. */
export type Op =
  | { readonly table: string; readonly put: readonly object[] }
  | { readonly table: string; readonly drop: IDBValidKey[] }
  | { readonly table: string; readonly clear: KeySpan };

/** What one write did: one record of the mirror's journal. */
export interface JournalRecord {
  /** The generation that the write made. */
  readonly generation: number;
  readonly at: string;
  readonly ops: readonly Op[];
}
