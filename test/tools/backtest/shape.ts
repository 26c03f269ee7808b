/** Truth from which a company's deals are drawn. */
export interface Shape {
  readonly name: string;
  readonly days: number;
  /** New deals a day at the start. */
  readonly newPerDay: number;
  /** Growth of new deals a month: 0.05 is 5 %. */
  readonly growth: number;
  /** Factor on new deals by weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** Factor on the chance to win by month of the quarter. */
  readonly quarter: readonly number[];
  /** Height of the year's wave in the chance to win: 0.3 is 30 % up and down. */
  readonly year: number;
  /** Spread of a shared level that wanders from month to month, in the logarithm. */
  readonly wander: number;
  readonly stages: number;
  /** Mean days in a stage. */
  readonly stageDays: number;
  /** Chance of a stage's end to be the way on, and the way back; the rest is lost. */
  readonly onward: number;
  readonly back: number;
  /** Median amount, and its spread in the logarithm. */
  readonly amount: number;
  readonly spread: number;
  readonly lossesRecorded: boolean;
  /** Days at the start of which closings are missing. */
  readonly unrecorded: number;
  readonly owners: number;
  readonly seed: number;
}
