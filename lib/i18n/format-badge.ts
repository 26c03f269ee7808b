import { currencyExponent } from '../money/currency-exponent';

/**
 * An amount for the toolbar's badge: at most about four characters, without its currency (the title says it).
 * `formatBadge(41230000, 'EUR', 'en')` is `'412K'`.
 */
export function formatBadge(minor: number, currency: string, locale: string): string {
  const units = minor / 10 ** currencyExponent(currency);
  const digits = Math.abs(units) >= 999_500 ? 2 : 3;
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: digits })
    .format(units)
    .replaceAll(/\s|\.$/g, '');
}
