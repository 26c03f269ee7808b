import type { PastForecast } from './past-forecast';
import { scoreRecord } from './score-record';

/** The error of the months up to one of them. */
export interface RollingError {
  /** The last of the months: its first day, and the day after its last. */
  readonly start: string;
  readonly end: string;
  /** WAPE over the last {@link ROLLING} months. */
  readonly error: number;
}

/**
 * How predictable the business has become.
 *
 * The rule of "stable": the error is known to within a quarter of itself, that is, half of its 80 % interval (by drawing
 * whole months) is at most a quarter of it; and it is not on the move, that is, that of the last six months lies inside the
 * interval of all. A move takes six months to leave the window. An interval narrows with the square root of the months, so a past of `n`
 * months that is known to within `w` of itself will be known to within a quarter after n (w / 0.25)^2 months, as long as
 * the business goes on as it does. It says nothing of a change to come.
 */
export type Meter =
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'measured';
      /** Months with forecasts that have landed. */
      readonly months: number;
      readonly rolling: readonly RollingError[];
      readonly error: number;
      /** Half of its interval, as a share of it. */
      readonly spread: number;
      /** That of the last six months is outside the interval of all. */
      readonly isMoving: boolean;
      readonly isStable: boolean;
      /** Months from now; 0 where it is stable. */
      readonly stableInMonths: number;
    };

/** Half a year tells an error from luck only roughly; less does not. No part in a forecast. */
const NEED = 6;
/** The same half year, as it moves on. No part in a forecast. */
export const ROLLING = 6;
/** An error of 8 % known to within 2 is called stable: a choice of words. No part in a forecast. */
const STABLE_SPREAD = 0.25;
/** Two sums of the same numbers may differ by this. No part in a forecast. */
const ROUNDING = 1e-9;

/** @param forecasts Of months that have landed; others are left out. */
export function meterOf(forecasts: readonly PastForecast[]): Meter {
  const months = new Map<string, PastForecast[]>();
  for (const one of forecasts) {
    if (one.kind === 'month') months.set(one.start, [...(months.get(one.start) ?? []), one]);
  }
  const order = [...months.keys()].sort();
  const all = scoreRecord([...months.values()].flat());
  if (order.length < NEED || all === undefined) return { kind: 'too-few', have: order.length, need: NEED };
  const rolling = order.flatMap((start, nth): readonly RollingError[] => {
    if (nth + 1 < ROLLING) return [];
    const own = order.slice(nth + 1 - ROLLING, nth + 1).flatMap((one) => months.get(one) ?? []);
    const score = scoreRecord(own);
    const end = months.get(start)?.[0]?.end ?? start;
    return score === undefined ? [] : [{ start, end, error: score.error.value }];
  });
  const { value, low, high } = all.error;
  const spread = value > 0 ? (high - low) / 2 / value : 0;
  const needed = order.length * (spread / STABLE_SPREAD) ** 2;
  const recent = rolling.at(-1)?.error ?? value;
  const isMoving = recent < low - ROUNDING || recent > high + ROUNDING;
  return {
    kind: 'measured',
    months: order.length,
    rolling,
    error: value,
    spread,
    isMoving,
    isStable: spread <= STABLE_SPREAD && !isMoving,
    stableInMonths: Math.max(isMoving ? ROLLING : 0, Math.ceil(needed - order.length)),
  };
}
