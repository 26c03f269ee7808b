/** Kinds of what can happen to an open deal; 2 and above is a move to stage `kind - 2`. */
export const WIN = 0;
export const LOSS = 1;
export const MOVE = 2;

/**
 * Who was at risk and what happened, by day and cell (stage x bin of days in the stage). It is the same for every
 * earlier day on which a forecast could have been made: a fit as of day `t` sums the days before `t`.
 */
export interface Exposure {
  readonly firstDay: number;
  /** Days `firstDay` to `firstDay + days - 1`. */
  readonly days: number;
  readonly cells: number;
  readonly stageCount: number;
  /** Deals at risk, `[cell * days + day]`. */
  readonly atRisk: Float64Array;
  /** Events in order of days: parallel arrays. */
  readonly eventDay: Int32Array;
  readonly eventCell: Int32Array;
  readonly eventKind: Int16Array;
  /** Won deals and their value, by day of the closing. */
  readonly wonCount: Float64Array;
  readonly wonValue: Float64Array;
  /** Deals by the day of their creation. */
  readonly createdCount: Float64Array;
  /** Where deals stood at the end of the day of their creation: parallel arrays in order of days. */
  readonly entryDay: Int32Array;
  readonly entryKind: Int16Array;
  /** Days before these are not watched for wins and for losses: recording had not begun. */
  readonly winsFrom: number;
  readonly lossesFrom: number;
}
