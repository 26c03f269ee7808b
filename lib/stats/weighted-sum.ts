/** Independent parts of a sum: things that happen or not, and a stream of more of them. All values are >= 0. */
export interface SumParts {
  /** Values of which each is in the sum with its own chance. */
  readonly values: Float64Array;
  readonly chances: Float64Array;
  /** Expected number of further ones, drawn as a Poisson number from `sizes`, each as likely as the other. */
  readonly further: number;
  readonly sizes: Float64Array;
}

/** A distribution by its values at equally spaced points from 0 on. */
export interface Distribution {
  readonly step: number;
  /** Chance to be at most `index * step`; the last one is 1. */
  readonly cdf: Float64Array;
}
