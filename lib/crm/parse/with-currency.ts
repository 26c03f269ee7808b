import type { StatedAmount } from '../../deal/deal';
import { signFitsCode } from './sign-fits-code';

/**
 * Joins an amount with the currency that its heading or its record's currency field states, by code or by a shared
 * sign. The amount's own code stays; a shared sign (`$`, `kr.`) gives way only to a code that it can stand for, so a
 * contradiction is not resolved.
 *
 * @example withCurrency({ decimal: '93000.00', symbol: 'kr.' }, 'DKK') // { decimal: '93000.00', currency: 'DKK' }
 * @example withCurrency({ decimal: '5', symbol: '$' }, 'EUR') // unchanged
 * @example withCurrency({ decimal: '5' }, 'kr') // { decimal: '5', symbol: 'kr' }
 */
export function withCurrency(amount: StatedAmount, stated: string | undefined): StatedAmount {
  const { decimal, currency, symbol } = amount;
  if (stated === undefined || currency !== undefined) return amount;
  if (symbol === undefined)
    return /^[A-Z]{3}$/.test(stated) ? { decimal, currency: stated } : { decimal, symbol: stated };
  return signFitsCode(symbol, stated) ? { decimal, currency: stated } : amount;
}
