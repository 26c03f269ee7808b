import type { Baselines } from './frozen-forecast';

/** A figure with its 80 % interval. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type BaselineName = 'lastPeriod' | 'runRate' | 'stageWeights' | 'commit';

/** Where a baseline's figure stands in a forecast's row. */
export const BASELINES = {
  lastPeriod: 'lastPeriodMinor',
  runRate: 'runRateMinor',
  stageWeights: 'stageWeightsMinor',
  commit: 'commitMinor',
} as const satisfies Record<BaselineName, keyof Baselines>;

/** A simpler way against the forecast, on the forecasts of which it said anything; or that it never did. */
export type BaselineScore =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'scored';
      readonly periods: number;
      readonly forecasts: number;
      /** Its WAPE, and the forecast's own on the same forecasts. */
      readonly error: number;
      readonly ownError: number;
      /**
       * 1 - own error / its error: 0.3 is three tenths less error, below 0 it was the better one. `no-error`: it made
       * none. `too-few`: it spoke of fewer than `LEAST_PERIODS` periods.
       */
      readonly skill: Ranged | 'no-error' | 'too-few';
    };

/** Some forecasts that were given like chances, and how often what they spoke of happened. */
export interface ReliabilityBin {
  readonly n: number;
  readonly chance: number;
  /** Share that happened, with Wilson's 80 % interval. */
  readonly happened: Ranged;
}

/** How good forecasts of periods that are over have been. Shares of 1, of what the periods landed together. */
export interface RecordScore {
  readonly periods: number;
  readonly forecasts: number;
  /** WAPE of the median: all misses, up or down, against all that landed. A beat is a miss too. */
  readonly error: Ranged;
  /** Of the mean: above 0 more was forecast than landed. */
  readonly bias: Ranged;
  /** Share of landings inside P10-P90; 0.8 is meant. Its interval counts the forecasts of one period as one trial. */
  readonly inside: Ranged;
  /** Landed below P10, above P90: 0.1 is meant of each. */
  readonly below: number;
  readonly above: number;
  /** Mean pinball loss of P10, P50 and P90. */
  readonly pinball: number;
  /** Mean squared distance of chance and what happened, and of how many chances; `null`: none was given. */
  readonly brier: { readonly value: number; readonly n: number } | null;
  readonly reliability: readonly ReliabilityBin[];
  readonly baselines: Readonly<Record<BaselineName, BaselineScore>>;
}
