import { codesOfSharedSign } from './currency-marks';

/**
 * Whether a shared currency sign can stand for a code.
 *
 * @example signFitsCode('kr.', 'DKK') // true
 * @example signFitsCode('$', 'EUR') // false
 */
export function signFitsCode(symbol: string, code: string): boolean {
  const sign = symbol.replace(/\.$/, '').toLowerCase();
  return Object.entries(codesOfSharedSign).some(
    ([shared, codes]) => shared.toLowerCase() === sign && codes.includes(code),
  );
}
