import { signCurrencies } from './sign-currencies';

/**
 * Whether a shown sign may stand for a currency. `undefined` for a sign that the table does not know: it neither
 * supports nor contradicts.
 *
 * @example canSignMean('kr.', 'DKK') // true
 * @example canSignMean('$', 'DKK') // false
 * @example canSignMean('¤¤', 'DKK') // undefined
 */
export function canSignMean(sign: string, currency: string): boolean | undefined {
  const name = sign.trim().toLowerCase().replace(/\.$/, '');
  if (name === currency.toLowerCase()) return true;
  return Object.hasOwn(signCurrencies, name)
    ? signCurrencies[name]?.split(' ').includes(currency)
    : undefined;
}
