import { canSignMean } from '../money/can-sign-mean';
import type { AmountUnit } from './deal';

/**
 * Whether two amounts may be counted in one currency, as far as is known: two codes must be the same, a sign must be
 * able to mean the code beside it, and what is not known contradicts nothing.
 *
 * @example isSameUnit({ symbol: 'kr.' }, { currency: 'DKK' }) // true
 * @example isSameUnit({ symbol: '$' }, { currency: 'DKK' }) // false
 */
export function isSameUnit(a: AmountUnit, b: AmountUnit): boolean {
  if (a.currency !== undefined && b.currency !== undefined) return a.currency === b.currency;
  if (a.symbol !== undefined && b.symbol !== undefined) return a.symbol === b.symbol;
  const code = a.currency ?? b.currency;
  const sign = a.symbol ?? b.symbol;
  return code === undefined || sign === undefined || canSignMean(sign, code) !== false;
}
