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
  /** By cell, the first day with anyone in it and the one after the last, from `firstDay`: most cells are empty for long. */
  readonly usedFrom: Int32Array;
  readonly usedUntil: Int32Array;
  /** Events in order of days: parallel arrays. */
  readonly eventDay: Int32Array;
  readonly eventCell: Int32Array;
  readonly eventKind: Int16Array;
  /** Wins, losses and moves of deals at risk by day: of any cell. */
  readonly winCount: Float64Array;
  readonly lossCount: Float64Array;
  readonly moveCount: Float64Array;
  /** Won deals, their value and its square, by day of the closing. */
  readonly wonCount: Float64Array;
  readonly wonValue: Float64Array;
  readonly wonSquare: Float64Array;
  /** What credit notes took back, 0 or above, by the day of each. */
  readonly takenBack: Float64Array;
  /** Of won deals whose amount was known: their number, value and amount. */
  readonly pairedCount: Float64Array;
  readonly pairedValue: Float64Array;
  readonly pairedAmount: Float64Array;
  /** Known amounts of deals created before each day, `firstDay` on: their number and sum. */
  readonly amountCount: Float64Array;
  readonly amountSum: Float64Array;
  /** Won deals of which nobody knows when they were created, by day of the closing. */
  readonly unbornWonCount: Float64Array;
  /** Deals by the day of their creation, where it is known. */
  readonly createdCount: Float64Array;
  /** Where deals stood at the end of the day of their creation, `[day * (stageCount + 2) + kind]`. */
  readonly entryCount: Float64Array;
  /** Days before these are not watched for wins, for losses, for new deals and for wins without a creation. */
  readonly winsFrom: number;
  readonly lossesFrom: number;
  readonly creationFrom: number;
  readonly unbornFrom: number;
  /** The same for all wins, whoever was at risk: where some have no known creation, nobody was at risk of these. */
  readonly paceFrom: number;
}
