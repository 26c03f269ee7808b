import { isNearPrice } from './is-near-price';

/** Whether a price is that of one alone, re-priced, and not that of all. */
export function isItsOwn(minor: number, to: { readonly alone: number; readonly together: number }): boolean {
  return isNearPrice(minor, to.alone) && Math.abs(minor - to.alone) < Math.abs(minor - to.together);
}
