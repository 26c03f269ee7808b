import { currencyExponent } from '../money/currency-exponent';
import { toMinor } from '../money/to-minor';
import type { ChangeSide, StatedAmount } from './deal';

/**
 * A stated amount as a side of a change, counted in what it says of itself and in nothing else. `undefined` where it
 * cannot be expressed in its currency.
 */
export function amountSide(amount: StatedAmount | null): ChangeSide | undefined {
  if (amount === null) return { value: null, unit: {} };
  const { decimal, currency, symbol } = amount;
  const value = toMinor(decimal, currencyExponent(currency));
  if (value === undefined) return undefined;
  if (currency !== undefined) return { value, unit: { currency } };
  return { value, unit: symbol === undefined ? {} : { symbol } };
}
