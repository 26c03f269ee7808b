import type { Deal, DealChange, DealRead } from '../deal/deal';
import type { Lead } from '../deal/lead';
import type { Origin } from '../pipeline/columns/origin-of';
import type { BackupRow, UnidentifiedDeal } from '../store/rows';
import type { ImportReport } from './protocol';

/** Most rows in one step, but for one deal that has more changes. */
export const stepLimit = 500;

/** A backup's deal with its changes; no deal where the backup has changes of it alone. */
export interface ImportedCopy {
  readonly key: string;
  readonly deal?: Deal;
  readonly changes: readonly DealChange[];
}

/** Key of a row without id: tenant, view, fingerprint. */
export type StrayKey = [string, string, string];

/** Tables of a backup whose rows are taken where they are missing. */
export type FillTable =
  | 'sightings'
  | 'rates'
  | 'targets'
  | 'stages'
  | 'people'
  | 'snapshots'
  | 'mappings'
  | 'process'
  | 'verdicts';

/** What one step brings. Its rows have passed the backup's schemas in the page that sends them. */
export type ImportWork =
  | { readonly kind: 'copies'; readonly rows: readonly ImportedCopy[] }
  | { readonly kind: 'strays'; readonly rows: readonly UnidentifiedDeal[] }
  | { readonly kind: 'stray-changes'; readonly rows: readonly DealChange[] }
  | { readonly kind: 'fill'; readonly table: FillTable; readonly rows: readonly BackupRow[FillTable][] }
  /** Of a backup, or of a CRM's own export; each lead once. */
  | { readonly kind: 'leads'; readonly rows: readonly Lead[] }
  | { readonly kind: 'settings'; readonly rows: readonly BackupRow['settings'][] }
  /** Deals of a CRM's own export; they have passed the schema of a page's reads. */
  | {
      readonly kind: 'reads';
      readonly place: Origin;
      readonly rows: readonly (DealRead & { readonly id: string })[];
    }
  /** The end of it: rows without id and deals that the import has brought together are bound. */
  | { readonly kind: 'bind'; readonly rows: readonly []; readonly after?: StrayKey };

/** One step of an import: stored in one transaction, and the same step again gets the same answer. */
export interface ImportStep {
  /** Name of the import: chance, so that no other has it. */
  readonly name: string;
  readonly nth: number;
  readonly work: ImportWork;
}

/** What a step has done. */
export interface ImportedStep {
  readonly deals?: ImportReport['deals'];
  readonly leads?: ImportReport['deals'];
  readonly changes?: number;
  readonly others?: ImportReport['others'];
  readonly settings?: ImportReport['settings'];
  /** Keys of rows without id that are bound to no deal here: their changes may come. */
  readonly free?: readonly string[];
  /** Where the next step of this kind goes on; absent at the end. */
  readonly after?: StrayKey;
}
