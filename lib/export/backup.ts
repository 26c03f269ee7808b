/** What a backup says of itself, before its tables. */
export interface BackupHeader {
  /** Version of the format. */
  readonly stafet: 1;
  /** When it was made: ISO 8601 UTC. */
  readonly exportedAt: string;
}

/** One table on its way into a backup: its name, and its rows as they come. */
export type BackupTableRows = readonly [name: string, rows: Iterable<object> | AsyncIterable<object>];
