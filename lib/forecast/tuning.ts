import type { LevelPrior } from './month-levels';

/**
 * Constants of the method. None is tuned to one company: values are round, and at each the cost is named that choosing
 * it on two of the three sets has on the third (points of WAPE, or of pinball loss for the spreads, on hardware / loans
 * / leads, with 4, 3 and 2 periods; the grid was about half and double). On 18 generated companies half-life, bins and
 * drift move the error by 1 % either way; without the effects of months it is 14 % larger.
 */
export interface Tuning {
  /** Days after which evidence weighs half. Cost 0.00 / 0.00 / 0.00: all three would have 60 (0.1 to 0.4 better), generated companies 120 to 240. */
  readonly halfLife: number;
  /** Events that the mean of a stage weighs in each bin of age. Cost 0.00 / 0.00 / 0.00 (2 is better by 0.1 to 0.3). */
  readonly binPrior: number;
  /** Closings that the configured chance weighs against those seen. Cost 0.00 / 0.00 / 0.00. */
  readonly stagePrior: number;
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
};

export const TUNING: Tuning = {
  halfLife: 90,
  binPrior: 4,
  stagePrior: 5,
  weekdayPrior: 10,
  winLevel: LEVEL,
  creationLevel: LEVEL,
  ratioPrior: 10,
  unseenChange: 0.05,
  fewWins: 0.8,
  fewMonths: 0.3,
};
