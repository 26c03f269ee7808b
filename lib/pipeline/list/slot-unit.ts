import { apartUnit } from '../../deal/apart-unit';
import type { PricedSlot } from '../columns/priced-slots';

/** The unit of an amount: its code, else its `apartUnit`; `undefined` where there is no amount. */
export function slotUnit(priced: PricedSlot): string | undefined {
  return priced.amountMinor === undefined ? undefined : (priced.currency ?? apartUnit(priced));
}
