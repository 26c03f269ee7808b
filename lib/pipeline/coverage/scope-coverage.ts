import { coverageOf } from './coverage-of';
import { coverageRequired, type CoverageRequired, type PastPoint } from './coverage-required';

/** How a scope stands to its target, in minor units of the reporting currency. */
export interface ScopeCoverage {
  readonly targetMinor: number;
  /** Target less won; zero or less once it is reached. */
  readonly remainingMinor: number;
  /** Open over what remains; `undefined` once it is reached. */
  readonly coverage: number | undefined;
  readonly required: CoverageRequired;
}

/** Any number will do: it is the same every time. No part in a forecast. */
const seed = 20260519;

/** What coverage is made of: sums of now, and what open pipeline became in past periods. */
interface CoverageFacts {
  readonly won: { readonly minor: number };
  readonly open: { readonly minor: number };
  readonly points: readonly PastPoint[];
}

/**
 * @param expectedNewMinor What the forecast expects of deals not yet created; `undefined`: there is no forecast.
 * @returns `undefined` without a target: there is nothing to cover.
 */
export function scopeCoverage(
  { won, open, points }: CoverageFacts,
  targetMinor: number | undefined,
  expectedNewMinor?: number,
): ScopeCoverage | undefined {
  if (targetMinor === undefined) return undefined;
  const remainingMinor = targetMinor - won.minor;
  return {
    targetMinor,
    remainingMinor,
    coverage: coverageOf(open.minor, remainingMinor),
    required: coverageRequired({ openMinor: open.minor, remainingMinor, points, expectedNewMinor, seed }),
  };
}
