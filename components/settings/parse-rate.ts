import { decimalSignOf } from '../ui/decimal-sign';

/**
 * A rate as typed, as a plain decimal with `.`: a point or a comma, and no groups, so that it can be read in one way
 * alone. `undefined` for anything else, for zero, and for more figures than are kept. `1,234` is a rate only where the
 * language writes fractions with a comma: elsewhere it may be a thousand.
 *
 * @example parseRate('7,4605', 'en') // '7.4605'
 * @example parseRate('1.234,5', 'da') // undefined
 */
export function parseRate(typed: string, locale: string): string | undefined {
  const [, whole = '', sign, fraction = ''] = /^(\d{1,9})(?:([.,])(\d{1,9}))?$/.exec(typed.trim()) ?? [];
  if (!/[1-9]/.test(whole + fraction)) return undefined;
  if (sign === undefined) return whole;
  const mayGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return mayGroup && sign !== decimalSignOf(locale) ? undefined : `${whole}.${fraction}`;
}
