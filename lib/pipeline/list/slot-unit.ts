import type { PricedSlot } from '../columns/priced-slots';

/** The unit of an amount: its code, else the sign as shown, else `?`; `undefined` where there is no amount. */
export function slotUnit({ amountMinor, currency, currencySymbol }: PricedSlot): string | undefined {
  return amountMinor === undefined ? undefined : (currency ?? currencySymbol ?? '?');
}
