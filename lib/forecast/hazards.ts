/** Daily chances of an open deal, by cell (stage x bin of days in the stage), before the factors of the day. */
export interface Hazards {
  readonly stageCount: number;
  readonly win: Float64Array;
  readonly loss: Float64Array;
  /** `[cell * stageCount + stage]` */
  readonly move: Float64Array;
}

/** Factors of each day, past and to come, on what can happen to a deal. */
export interface DayFactors {
  /** The first day that the arrays speak of. */
  readonly firstDay: number;
  readonly win: Float64Array;
  readonly loss: Float64Array;
  readonly move: Float64Array;
}
