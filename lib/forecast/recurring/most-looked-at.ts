/** So many pairs of an account are compared at most: it bounds the time. Not measured. */
const MOST_PAIRS = 200_000;
/** Of a renewal at least so many contracts are looked at. Not measured. */
const LEAST_LOOKED_AT = 16;

/** How many contracts are looked at for each of so many renewals of an account. */
export function mostLookedAt(renewals: number): number {
  return Math.max(LEAST_LOOKED_AT, Math.floor(MOST_PAIRS / Math.max(1, renewals)));
}
