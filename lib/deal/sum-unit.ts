import { apartUnit } from './apart-unit';
import type { Deal } from './deal';

/**
 * Under which name an amount is added to others of its currency: its code, else its sign and tenant as `apartUnit` writes
 * them. `null` where neither is known: such amounts may be of any currency, and are added to none.
 *
 * @example sumUnit({ currency: null, currencySymbol: 'kr.', tenant: 'crm.example.com' }) // '~kr.\ncrm.example.com'
 */
export function sumUnit(deal: Pick<Deal, 'currency' | 'currencySymbol' | 'tenant'>): string | null {
  if (deal.currency) return deal.currency;
  return deal.currencySymbol ? apartUnit(deal) : null;
}
