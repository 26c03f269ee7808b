/** Changes that last, beside what comes back: spreads in the logarithm, and how likely each is before anything is seen. */
export interface ChangePrior {
  /** A change for good: months before it had a level of their own. Which month it came in is learned. */
  readonly shift: readonly (readonly [spread: number, weight: number])[];
  /** A steady trend, by month; it goes on for three months more. */
  readonly trend: readonly (readonly [spread: number, weight: number])[];
}

/** A change of one shape and unknown size. */
export interface LevelChange {
  /** Its shape over the months seen, and over those wanted. */
  readonly seen: Float64Array;
  readonly ahead: Float64Array;
  /** Its size may be any of these: variance, and prior weight. */
  readonly sizes: readonly (readonly [variance: number, weight: number])[];
}

/**
 * A change for good is looked for within so many months: what lies before has faded. Cost 0.00 / 0.00 / 0.00 (see
 * `Tuning`); generated companies are 30.1 / 30.1 / 30.2 % off with 3 / 6 / 12.
 */
const MONTHS_OF_SHIFT = 6;
/** A trend is trusted so many months ahead. Cost 0.01 / 0.00 / 0.00. */
const MONTHS_OF_TREND = 3;

/** Changes that months in order may have seen, each place of a shift as likely as the other. */
export function levelChanges(
  months: readonly number[],
  wanted: readonly number[],
  { shift, trend }: ChangePrior,
): readonly LevelChange[] {
  const places = months.slice(1).slice(-MONTHS_OF_SHIFT);
  const shifts = places.map((place) => ({
    seen: Float64Array.from(months, (month) => (month < place ? 1 : 0)),
    ahead: new Float64Array(wanted.length),
    sizes: shift.map(([spread, weight]) => [spread ** 2, weight / places.length] as const),
  }));
  const now = months.at(-1) ?? 0;
  const trends = {
    seen: Float64Array.from(months, (month) => month - now),
    ahead: Float64Array.from(wanted, (month) => Math.min(MONTHS_OF_TREND, month - now)),
    sizes: trend.map(([spread, weight]) => [spread ** 2, weight] as const),
  };
  return [...shifts, trends].filter(({ sizes }) => sizes.length > 0);
}
