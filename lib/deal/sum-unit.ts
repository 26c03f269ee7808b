import type { Deal } from './deal';

/**
 * Under which name an amount is added to others of its currency: its code, else `~` and the sign that was shown. `null`
 * where neither is known: such amounts may be of any currency, and are added to none.
 *
 * @example sumUnit({ currency: null, currencySymbol: 'kr.' }) // '~kr.'
 */
export function sumUnit({
  currency,
  currencySymbol,
}: Pick<Deal, 'currency' | 'currencySymbol'>): string | null {
  if (currency) return currency;
  return currencySymbol ? `~${currencySymbol}` : null;
}
