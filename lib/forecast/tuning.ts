import type { LevelPrior } from './month-levels';

/**
 * Constants of the method. None may be tuned to one company: each was chosen on the sets together, and names what the
 * choice costs on a set when it is made on the others alone.
 */
export interface Tuning {
  /** Days after which evidence weighs half. */
  readonly halfLife: number;
  /** Events that the mean of a stage weighs in each bin of age. */
  readonly binPrior: number;
  /** Closings that the configured chance weighs against those seen. */
  readonly stagePrior: number;
  /** Events that "no weekday matters" weighs, in each weekday. */
  readonly weekdayPrior: number;
  /** How the level of wins and losses, and of new deals, may change from month to month. */
  readonly winLevel: LevelPrior;
  readonly creationLevel: LevelPrior;
  /** Won deals that "the amount is what it brings" weighs. */
  readonly ratioPrior: number;
  /** Spread of the shared level for change that the past has not shown, in the logarithm. */
  readonly unseenChange: number;
  /** The same while no deal is won yet; it fades as wins come in. */
  readonly fewWins: number;
  /** The same while the past is short; it fades with the months on record. */
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
