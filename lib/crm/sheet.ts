import type { DealField, DealRead } from '../deal/deal';
import type { Mapping, Survey } from '../deal/mapping';
import type { ProblemCode } from './adapter';

/** A sheet as it is understood by its headings alone. */
export interface SurveyedSheet {
  readonly survey: Survey;
  /** The column of the CRM's own ids, where one heading says so more than all others. */
  readonly idKey?: string;
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
  readonly code: IdFault | 'cells' | ProblemCode;
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
