import type { AmountUnit, Deal } from './deal';

/**
 * What a deal's amount is counted in.
 *
 * @example amountUnit({ currency: 'DKK', currencySymbol: 'kr.' }) // { currency: 'DKK' }
 * @example amountUnit({ currency: null, currencySymbol: '$' }) // { symbol: '$' }
 */
export function amountUnit({
  currency,
  currencySymbol,
}: Pick<Deal, 'currency' | 'currencySymbol'>): AmountUnit {
  if (typeof currency === 'string') return { currency };
  return currencySymbol === undefined ? {} : { symbol: currencySymbol };
}
