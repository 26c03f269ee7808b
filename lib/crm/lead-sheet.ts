import type { LeadRead } from '../deal/lead';
import type { LeadColumns } from '../deal/lead-columns';
import type { SheetProblem } from './sheet';

/** A sheet as one of leads, as its headings alone have it. */
export interface SurveyedLeads {
  /** It rather is one than a list of deals. */
  readonly isLikely: boolean;
  /** The column of the leads' own ids; empty: none is headed so. */
  readonly idKey: string;
  readonly columns: LeadColumns;
}

/** What the user has said of a sheet of leads, and when it was made. */
export interface LeadsWish {
  readonly columns: LeadColumns;
  readonly idKey: string;
  /** Instant at which the CRM wrote the file. */
  readonly at: string;
  readonly zone: string;
}

export interface LeadsRead {
  readonly leads: readonly LeadRead[];
  /** Rows of which nothing is taken. */
  readonly unreadable: readonly SheetProblem[];
  /** Values that are left out of rows that are taken. */
  readonly flagged: readonly SheetProblem[];
  /** Rows that say again what one before them has said. */
  readonly repeated: number;
}

/** How ids of each kind are written, where a CRM writes them in several ways. */
export interface LeadsHelp {
  readonly leadIdOf?: (text: string) => string | undefined;
  readonly dealIdOf?: (text: string) => string | undefined;
  /** Told how many rows are read. */
  readonly onRow?: (rows: number) => void;
}
