import { currencyExponent } from '../money/currency-exponent';
import { fromMinor } from '../money/from-minor';

/**
 * An amount of a deal as decimal text, with as many decimals as its currency has; empty where it is not known.
 *
 * @example amountText(122050, 'DKK') // '1220.50'
 * @example amountText(undefined, 'DKK') // ''
 */
export function amountText(minor: number | null | undefined, currency: string | null | undefined): string {
  return minor === null || minor === undefined ? '' : fromMinor(minor, currencyExponent(currency));
}
