import { LEAST_PERIODS } from '../least-periods';
import { drawPeriods } from './draw-periods';

/** What one past period shows of a scope at the same point of it. Amounts in minor units of one currency. */
export interface PastPoint {
  /** All that was open then. */
  readonly openMinor: number;
  /** Of the deals that were open then: what the won ones had brought by the period's end. */
  readonly wonFromOpenMinor: number;
  /** What deals brought from then to the end that were not open then: created, or opened again, later. */
  readonly wonFromNewMinor: number;
}

export interface CoverageQuestion {
  readonly openMinor: number;
  /** Target less won. */
  readonly remainingMinor: number;
  readonly points: readonly PastPoint[];
  /** What deals not yet created are forecast to bring; absent: what they brought on average at the same point. */
  readonly expectedNewMinor?: number | undefined;
  /** Of the draws of periods: the same seed gives the same interval. */
  readonly seed: number;
}

export type CoverageRequired =
  /** Nothing remains to win. */
  | { readonly kind: 'reached' }
  /** Past periods at whose point anything was open. */
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  /** Nothing that was open in those periods was won by their end: no pipeline is known to be enough. */
  | { readonly kind: 'never-won'; readonly periods: number }
  | KnownRequirement;

export interface KnownRequirement {
  readonly kind: 'known';
  readonly periods: number;
  /** Value won by the period's end per value open at the point. */
  readonly wonPerOpen: number;
  readonly expectedNewMinor: number;
  /** Where that comes from: the forecast, or the mean of the past periods. */
  readonly newFrom: 'forecast' | 'past';
  /** Pipeline needed, and its 80 % interval. No upper end: more than a tenth of the draws hold no win at all. */
  readonly neededMinor: number;
  readonly neededLowMinor: number;
  readonly neededHighMinor?: number;
  /** The same in times of what remains. */
  readonly times: number;
  readonly lowTimes: number;
  readonly highTimes?: number;
  /** Needed less open; negative where there is more than is needed. */
  readonly shortMinor: number;
  /** `short` and `enough` only where the whole interval says so. */
  readonly verdict: 'short' | 'unclear' | 'enough';
}

/**
 * Pipeline that the remaining target needs, by what open pipeline has become at the same point of past periods:
 * (remaining - expected from deals not yet created) / (value won in the rest per open value). The ratio is one of sums
 * over all open deals of all periods: small periods with wild ratios weigh little. The interval comes from drawing
 * whole past periods with replacement (10 % and 90 % points): deals of one period rise and fall together.
 */
export function coverageRequired(question: CoverageQuestion): CoverageRequired {
  const { openMinor, remainingMinor, seed } = question;
  if (remainingMinor <= 0) return { kind: 'reached' };
  const points = question.points.filter((point) => point.openMinor > 0);
  if (points.length < LEAST_PERIODS) return { kind: 'too-few', have: points.length, need: LEAST_PERIODS };

  const neededOf = (drawn: readonly PastPoint[]) =>
    needed(remainingMinor, question.expectedNewMinor ?? meanNew(drawn), wonPerOpen(drawn));
  const middle = neededOf(points);
  if (middle === Number.POSITIVE_INFINITY) return { kind: 'never-won', periods: points.length };
  const { low, high } = drawPeriods(points, seed, neededOf);
  return {
    kind: 'known',
    periods: points.length,
    wonPerOpen: wonPerOpen(points),
    expectedNewMinor: Math.round(question.expectedNewMinor ?? meanNew(points)),
    newFrom: question.expectedNewMinor === undefined ? 'past' : 'forecast',
    neededMinor: Math.round(middle),
    neededLowMinor: Math.round(low),
    times: middle / remainingMinor,
    lowTimes: low / remainingMinor,
    ...(Number.isFinite(high) ? { neededHighMinor: Math.round(high), highTimes: high / remainingMinor } : {}),
    shortMinor: Math.round(middle) - openMinor,
    verdict: openMinor < low ? 'short' : openMinor >= high ? 'enough' : 'unclear',
  };
}

function wonPerOpen(points: readonly PastPoint[]): number {
  const open = points.reduce((sum, point) => sum + point.openMinor, 0);
  return points.reduce((sum, point) => sum + point.wonFromOpenMinor, 0) / open;
}

function meanNew(points: readonly PastPoint[]): number {
  return points.reduce((sum, point) => sum + point.wonFromNewMinor, 0) / points.length;
}

function needed(remaining: number, fromNew: number, rate: number): number {
  const rest = remaining - fromNew;
  if (rest <= 0) return 0;
  return rate > 0 ? rest / rate : Number.POSITIVE_INFINITY;
}
