/** Open deals of the same stage, age and factor: they have the same chance, whatever is asked. */
export interface DealGroups {
  /** Group of each open deal. */
  readonly of: Int32Array;
  /** Of each group stage and days in it: the place in `Chances`. */
  readonly state: Int32Array;
  /** Of each group the factor on the hazard to win. */
  readonly factor: Float64Array;
}
