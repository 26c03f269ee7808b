import { canonicalDecimal } from '../money/canonical-decimal';
import { currencyExponent } from '../money/currency-exponent';
import { fromMinor } from '../money/from-minor';
import type { ChangeSide } from './deal';
import { isSameUnit } from './is-same-unit';

/**
 * Whether two values of one field are the same. Amounts are where the decimals are equal and both may be counted in
 * one currency: 1000 hundredths of nobody knows what, and 10 yen.
 *
 * @throws RangeError where an amount is no safe integer.
 */
export function isSameValue(a: ChangeSide, b: ChangeSide): boolean {
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return a.value === b.value;
  return decimalOf(a.value, a) === decimalOf(b.value, b) && isSameUnit(a.unit ?? {}, b.unit ?? {});
}

function decimalOf(minor: number, { unit }: ChangeSide): string | undefined {
  return canonicalDecimal(fromMinor(minor, currencyExponent(unit?.currency)));
}
