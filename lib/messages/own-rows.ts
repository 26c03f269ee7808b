import type { HandoffRow } from '../handoff/handoff-row';
import type { StateMark } from '../store/read-state';
import type { BackupRow } from '../store/rows';

/** Tables whose rows our own pages make. */
export type OwnTable = 'rates' | 'targets' | 'snapshots' | 'mappings' | 'process' | 'verdicts' | 'handoffs';

/** Their rows; passes are derived, and in no backup. */
interface OwnRow extends BackupRow {
  readonly handoffs: HandoffRow;
}

/** What a page of ours has stored in one of its tables. Its rows have passed their schemas there: see `refusalOf`. */
export interface OwnRows {
  readonly table: OwnTable;
  /** At most 500. A row of the same key is replaced. */
  readonly put?: readonly OwnRow[OwnTable][];
  /** Keys of rows to take away. */
  readonly drop?: (string | (string | number)[])[];
  /** Rows that are there stay as they are. */
  readonly isKept?: boolean;
  /** Stored only while the store is in the state that they were learned from: of one that was wiped nothing comes back. */
  readonly learnedFrom?: StateMark;
}
