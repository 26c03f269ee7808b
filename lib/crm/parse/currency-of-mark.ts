import { splitAmount } from './split-amount';

/**
 * The currency, or the sign that several share, that a short text is and nothing else: `R$`, `Kč`, `EUR`. `undefined` also
 * for what multiplies as well (`T€`).
 */
export function currencyOfMark(text: string): string | undefined {
  // A single letter in brackets is as likely anything else.
  if (/\d|^[\s().]*\p{L}[\s().]*$/u.test(text)) return undefined;
  const parts = splitAmount(`${text.trim()} 1`);
  if (parts === undefined || parts.isNegative || parts.isAbout || parts.scaleWord !== undefined)
    return undefined;
  return parts.currency ?? parts.symbol?.replace(/\.$/, '');
}
