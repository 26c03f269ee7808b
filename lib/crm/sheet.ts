import type { DealField, DealRead } from '../deal/deal';
import type { FileStep, HistoryFault, HistoryField } from '../deal/file-history/file-step';
import type { Mapping, Survey } from '../deal/mapping';
import type { ProblemCode } from './adapter';
import type { SurveyedLeads } from './lead-sheet';

/** A sheet as it is understood by its headings alone. */
export interface SurveyedSheet {
  readonly survey: Survey;
  /** The column of the CRM's own ids, where one heading says so more than all others. */
  readonly idKey?: string;
  readonly history: SurveyedHistory;
  readonly leads: SurveyedLeads;
}

/** Columns of a history of deals, by their keys; empty: none. */
export interface HistoryColumns {
  readonly id: string;
  readonly when: string;
  /** Which field a row is of; without it all are of one. */
  readonly field: string;
  /** What it was before; without it, what the row before it says. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
}

/** A sheet as a history of deals, as its headings alone have it. */
export interface SurveyedHistory {
  /** It rather is one than a list of deals. */
  readonly isLikely: boolean;
  readonly columns: HistoryColumns;
  /** The field of all rows, where no column says it. */
  readonly whole: HistoryField;
  /** By column and text: the field that a text names, where one does. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, HistoryField>>>>;
}

/** What the user has said of a history of deals, and when it was made. */
export interface HistoryWish {
  readonly columns: HistoryColumns;
  readonly whole: HistoryField;
  /** What the texts of the column of fields name; `null`: no field whose changes are kept. */
  readonly fields: Readonly<Record<string, HistoryField | null>>;
  readonly at: string;
  readonly now: string;
  readonly zone: string;
}

export interface ReadStep extends FileStep {
  readonly id: string;
  readonly field: HistoryField;
}

export interface HistoryRead {
  readonly steps: readonly ReadStep[];
  /** Ids of deals of whose creation the file has a row. */
  readonly born: ReadonlySet<string>;
  /** Rows of which nothing is taken. */
  readonly unreadable: readonly SheetProblem[];
  /** Rows of deals of which something is left out, by id and field. */
  readonly holes: ReadonlySet<string>;
  /** Rows of fields whose changes are not kept. */
  readonly others: number;
  /** Rows that say again what one before them has said. */
  readonly repeated: number;
}

/** Why a row's id is not to be trusted. */
export type IdFault = 'no-id' | 'id-mangled' | 'id-twice';

/** What the user has said of a sheet, and when it was made. */
export interface SheetWish {
  readonly mapping: Pick<Mapping, 'columns' | 'stages'>;
  /** The column with the CRM's ids. */
  readonly idKey: string;
  /** Instant at which the CRM wrote the file. */
  readonly at: string;
  readonly today: string;
  readonly zone: string;
}

/** Why a row, or one value of it, is left out. */
export interface SheetProblem {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly code: IdFault | HistoryFault | 'deal-unknown' | 'history-late' | 'cells' | ProblemCode;
  readonly field?: DealField;
  readonly text?: string;
}

export type SheetDeal = DealRead & { readonly id: string };

export interface SheetRead {
  readonly deals: readonly SheetDeal[];
  /** The row of each deal. */
  readonly rows: readonly number[];
  /** Rows of which nothing is taken. */
  readonly unreadable: readonly SheetProblem[];
  /** Values that are left out of rows that are taken. */
  readonly flagged: readonly SheetProblem[];
  /** Rows that say again what one before them has said. */
  readonly repeated: number;
}

export interface SheetHelp {
  /** The form of an id by which the CRM's pages know the deal, where it has several. */
  readonly idOf?: (text: string) => string | undefined;
  /** Told how many rows are read. */
  readonly onRow?: (rows: number) => void;
}
