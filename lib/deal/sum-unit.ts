import type { Deal } from './deal';

/**
 * Under which name an amount is added to others of its currency: its code, else `~`, the sign that was shown, and in a line
 * of its own the tenant: the `$` of another may be another country's. `null` where neither is known: such amounts may be of
 * any currency, and are added to none.
 *
 * @example sumUnit({ currency: null, currencySymbol: 'kr.', tenant: 'crm.example.com' }) // '~kr.\ncrm.example.com'
 */
export function sumUnit({
  currency,
  currencySymbol,
  tenant,
}: Pick<Deal, 'currency' | 'currencySymbol' | 'tenant'>): string | null {
  if (currency) return currency;
  return currencySymbol ? `~${currencySymbol}\n${tenant}` : null;
}
