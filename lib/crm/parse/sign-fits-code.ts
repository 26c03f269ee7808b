import { codesOfSharedSign } from './currency-marks';

/**
 * Whether a shared currency sign can stand for a code.
 *
 * @example signFitsCode('kr.', 'DKK') // true
 * @example signFitsCode('$', 'EUR') // false
 */
export function signFitsCode(symbol: string, code: string): boolean {
  const sign = symbol.replace(/\.$/, '');
  const codes = codesOfSharedSign[sign] ?? codesOfSharedSign[sign.toLowerCase()];
  return codes?.split(' ').includes(code) ?? false;
}
