import { codeOfSign } from './currency-marks';
import { isCurrencyCode } from './is-currency-code';
import { tidyText } from './tidy-text';

const signs = Object.keys(codeOfSign).filter((sign) => !/[A-Za-z]/.test(sign));

/**
 * The one currency that a text names, from a heading (`Amount (EUR)`) or a currency field (`Danish krone (DKK)`):
 * an ISO 4217 code in capitals, or a sign that belongs to one currency alone. `undefined` where it names none or two.
 *
 * @example parseCurrency('Betrag (EUR €)') // 'EUR'
 * @example parseCurrency('kr.') // undefined: four countries use it
 */
export function parseCurrency(text: string): string | undefined {
  const tidy = tidyText(text);
  const found = new Set((tidy.match(/(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu) ?? []).filter(isCurrencyCode));
  for (const sign of signs) {
    const code = codeOfSign[sign];
    if (code !== undefined && tidy.includes(sign)) found.add(code);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
