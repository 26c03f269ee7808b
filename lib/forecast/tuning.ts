import type { LevelPrior } from './month-levels';

/**
 * Constants of the method. None is tuned to one company: values are round, and at each the cost is named that choosing
 * it on two of the three sets has on the third (points of WAPE, or of pinball loss for the spreads, on hardware / loans
 * / leads, with 4, 3 and 2 periods; the grid was about half and double). On 18 generated companies half-life, bins and
 * drift move the error by 1 % either way; without the effects of months it is 14 % larger.
 */
export interface AgeTuning {
  /** Events that the neighbours weigh in each bin of age. */
  readonly binPrior: number;
  /** Share of what a bin knows that its neighbour takes over. */
  readonly nearness: number;
  /** Events that the trend over age weighs among the neighbours. */
  readonly trendPrior: number;
  /** Events that "the level of the trend is the stage's mean" weighs. */
  readonly levelPrior: number;
  /** Usual slope of that trend, in the logarithm from bin to bin, and its spread. */
  readonly slope: number;
  readonly slopeSpread: number;
}

export interface SilenceTuning {
  /** Before recording began, less than this share of the later rate is recorded. */
  readonly hardly: number;
  /** Log likelihood by which two rates must explain the past better than one. */
  readonly unlikely: number;
}

export interface BlendTuning {
  /** Start of the weights: the model, the 28-day rate, the 91-day rate, the same span a quarter earlier. */
  readonly start: readonly [number, number, number, number];
  /** Error that a view is supposed to have, in the logarithm, and how many spans that weighs. */
  readonly usualError: number;
  readonly usualSpans: number;
  /** Spans overlap and are few: together they move weights no more than this power of the ratio of errors. */
  readonly mostPower: number;
}

export interface PastTuning {
  /** Past spans overlap: so many of them say as much as one. */
  readonly overlap: number;
  /** Spans that "there is no bias" weighs. */
  readonly noBias: number;
  /** Spans that "errors are as expected" weighs, and how far a handful of spans may move what is expected. */
  readonly asExpected: number;
  readonly mostScale: number;
}

export interface EffectTuning {
  /** Wins below which nothing is learned of traits. */
  readonly leastWins: number;
  /** Wins that "this class is like all" weighs at least. */
  readonly leastPrior: number;
  /** Days of a past forecast from which traits are learned, and how many of them are made, one after the other. */
  readonly days: number;
  readonly origins: number;
}

export interface SightTuning {
  /** Days without a sight from which a deal is stale. */
  readonly staleDays: number;
  /** Share by which what is expected of stale deals, and of deals that were not read, may be off. */
  readonly staleSpread: number;
  readonly unreadSpread: number;
}

export interface Tuning {
  /** Days after which evidence weighs half. Cost 0.00 / 0.00 / 0.00: all three would have 60 (0.1 to 0.4 better), generated companies 120 to 240. */
  readonly halfLife: number;
  readonly ages: AgeTuning;
  readonly silence: SilenceTuning;
  readonly blend: BlendTuning;
  readonly past: PastTuning;
  readonly effects: EffectTuning;
  readonly sight: SightTuning;
  /** Closings that the configured chance weighs against those seen. Cost 0.00 / 0.00 / 0.00. */
  readonly stagePrior: number;
  /** Days until half of all deals are closed, where nothing is known yet. */
  readonly unknownClosingDays: number;
  /** Chance to win where nothing is known, and how far a configured one moves it. */
  readonly usualChance: number;
  readonly trustInConfigured: number;
  /** Closings up to which each stage has the whole prior to itself; with more of them stages share it by exposure. */
  readonly fewClosings: number;
  /** Events that "no weekday matters" weighs, in each weekday. Cost 0.00 / 0.11 / 0.25. */
  readonly weekdayPrior: number;
  /**
   * How the level of wins and losses, and of new deals, may change from month to month. Cost of the strengths of the
   * quarter 0.00 / 0.00 / 0.56, of drift 0.73 / 0.14 / 0.00, of the single month 0.00 / 0.00 / 0.00, of the months of
   * drift 0.00 / 0.05 / 0.00, of the common level 0.23 / 0.02 / 0.67.
   */
  readonly winLevel: LevelPrior;
  readonly creationLevel: LevelPrior;
  /** Won deals that "the amount is what it brings" weighs. Cost 0.00 / 0.00 / 0.00. */
  readonly ratioPrior: number;
  /** Spread of the shared level for change that the past has not shown, in the logarithm. Cost 0.00 / 0.00 / 0.03. */
  readonly unseenChange: number;
  /** The same while no deal is won yet; it fades as wins come in. Cost 0.01 / 0.02 / 0.25. */
  readonly fewWins: number;
  /** The same while the past is short; it fades with the months on record. Cost 0.00 / 0.00 / 0.38. */
  readonly fewMonths: number;
}

const LEVEL: LevelPrior = {
  quarter: [
    [0, 0.34],
    [0.12, 0.33],
    [0.35, 0.33],
  ],
  year: [
    [0, 0.7],
    [0.25, 0.3],
  ],
  drift: [
    [0.05, 0.4],
    [0.2, 0.4],
    [0.5, 0.2],
  ],
  month: [
    [0.05, 0.6],
    [0.2, 0.4],
  ],
  driftMonths: 6,
  common: 0.3,
  daySpread: 0.6,
};

export const TUNING: Tuning = {
  ages: { binPrior: 4, nearness: 0.5, trendPrior: 2, levelPrior: 5, slope: -0.05, slopeSpread: 0.06 },
  silence: { hardly: 0.15, unlikely: 4 },
  blend: { start: [0.8, 0.05, 0.13, 0.02], usualError: 0.15, usualSpans: 4, mostPower: 2 },
  past: { overlap: 2, noBias: 4, asExpected: 4, mostScale: 4 },
  effects: { leastWins: 10, leastPrior: 5, days: 28, origins: 8 },
  sight: { staleDays: 7, staleSpread: 0.5, unreadSpread: 1 },
  unknownClosingDays: 60,
  usualChance: 0.25,
  trustInConfigured: 0.3,
  fewClosings: 6,
  halfLife: 90,
  stagePrior: 5,
  weekdayPrior: 10,
  winLevel: LEVEL,
  creationLevel: LEVEL,
  ratioPrior: 10,
  unseenChange: 0.05,
  fewWins: 0.8,
  fewMonths: 0.3,
};
