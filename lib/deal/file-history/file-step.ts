import type { ChangeSide } from '../deal';

/** Fields whose changes a file of histories may tell of. */
export const historyFields = ['stage', 'owner', 'amount', 'closeOn', 'outcome', 'forecastCategory'] as const;

export type HistoryField = (typeof historyFields)[number];

/** One row of a file of histories: a field of a deal became another. */
export interface FileStep {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** Absent where the file does not say: then it is what the step before it ended on. */
  readonly from?: ChangeSide;
  readonly to: ChangeSide;
  /** Both ends of the time in which it happened, as closely as the file says: a day, a minute, or an instant. */
  readonly notBefore: string;
  readonly at: string;
}

/** A step of which it is known what was before. */
export interface FileLink extends FileStep {
  readonly from: ChangeSide;
}

/** Why nothing is taken of what a file tells of one field of a deal. */
export type HistoryFault = 'history-order' | 'history-differs';
