import type { StatedAmount } from '../../deal/deal';
import { signFitsCode } from './sign-fits-code';

/**
 * Joins an amount with the currency that its heading or its record's currency field states. The amount's own code
 * stays; a shared sign (`$`, `kr.`) gives way only to a code that it can stand for, so a contradiction is not resolved.
 *
 * @example withCurrency({ decimal: '93000.00', symbol: 'kr.' }, 'DKK') // { decimal: '93000.00', currency: 'DKK' }
 * @example withCurrency({ decimal: '5', symbol: '$' }, 'EUR') // unchanged
 */
export function withCurrency(amount: StatedAmount, currency: string | undefined): StatedAmount {
  if (currency === undefined || amount.currency !== undefined) return amount;
  if (amount.symbol !== undefined && !signFitsCode(amount.symbol, currency)) return amount;
  return { decimal: amount.decimal, currency };
}
