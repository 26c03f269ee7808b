import type { PricedSlot } from '../columns/priced-slots';

/** The unit of an amount; `undefined` where there is no amount. */
export function slotUnit({ amountMinor, unit }: PricedSlot): string | undefined {
  return amountMinor === undefined ? undefined : unit;
}
