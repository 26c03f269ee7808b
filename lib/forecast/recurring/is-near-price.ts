/** Not measured: no set has renewals. A price that rises or falls by no more than this is the same contract's, re-priced. */
const NEAR_PRICE = 1.25;

/** Whether a price is another one re-priced. */
export function isNearPrice(a: number, b: number): boolean {
  return Math.max(a, b) <= Math.min(a, b) * NEAR_PRICE;
}
