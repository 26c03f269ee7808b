import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PYTHON } from './packages';

export type DealState = 'lead' | 'opportunity' | 'converted' | 'won' | 'cancelled' | 'lost';

/** One row of Tryton's own table. `null` is what the database holds for "empty". */
export interface TrueValues {
  readonly id: number;
  readonly number: string;
  readonly reference: string | null;
  readonly description: string | null;
  readonly state: DealState;
  /** Decimal text as stored, such as `1234.50`; `0` and `null` differ. */
  readonly amount: string | null;
  readonly partyId: number | null;
  /** The party's name today, also in history rows. */
  readonly party: string | null;
  readonly employeeId: number | null;
  readonly employee: string | null;
  /** 0..1 */
  readonly probability: number;
  /** `YYYY-MM-DD` */
  readonly startOn: string;
  readonly endOn: string | null;
  /** UTC, `YYYY-MM-DD HH:MM:SS.ffffff`; a deal never changed has no `writtenAt`. */
  readonly createdAt: string;
  readonly writtenAt: string | null;
  /** Logins. */
  readonly createdBy: string | null;
  readonly writtenBy: string | null;
}

export interface TrueDeal extends TrueValues {
  readonly currency: string;
}

/** A deal as it stood from `at` on. Of two revisions at one instant the higher `revisionId` counts. */
export interface TrueRevision extends TrueValues {
  readonly revisionId: number;
  readonly at: string;
}

/** Changes if and only if the table's content does. */
export interface Fingerprint {
  readonly rows: number;
  readonly lastCreatedAt: string | null;
  readonly lastWrittenAt: string | null;
  readonly sha256: string;
}

export interface Truth {
  /** By id. */
  readonly deals: readonly TrueDeal[];
  /** By deal id, then oldest first. */
  readonly history: readonly TrueRevision[];
  readonly fingerprint: { readonly deals: Fingerprint; readonly history: Fingerprint };
}

/** Reads the database file by SQL, read-only; the server may be running. */
export function readTruth(databaseFile: string): Truth {
  const script = join(import.meta.dirname, 'truth.py');
  const output = execFileSync(PYTHON, [script, databaseFile], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  // Written by the script beside this file, column by column in these types.
  return JSON.parse(output) as Truth;
}
