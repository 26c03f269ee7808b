/** Chances to be won inside a span of days. */
export interface Chances {
  /** Of a deal open on the day of the forecast: `[stage * (OLDEST + 1) + days in the stage]`. */
  readonly open: Float64Array;
  /** Of a deal created on the n-th day from the day of the forecast on. */
  readonly created: Float64Array;
}
