/** Lives, each with its time and with the cause of its end. */
export interface Lives {
  readonly times: Float64Array;
  /** 0 or 1; {@link CENSORED} where only the watching ended, {@link NO_LIFE} for what does not count. */
  readonly causes: Uint8Array;
  /** Places of lives in the order of their times; what does not count stands last. */
  readonly order: Int32Array;
}

/** Some of the lives: those from one place of the order to another, outside of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const CENSORED = 2;
export const NO_LIFE = 3;
