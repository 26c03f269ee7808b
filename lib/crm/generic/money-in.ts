import { parseAmount } from '../parse/parse-amount';

/** An amount with a currency that is all of a text, or stands before words without figures: `$14.8K, Print project`. */
export function moneyIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const [, first = '', rest] = /^(.*?\d[^,·|]*?)(?:\s*[,·|]\s+(\D+))?$/su.exec(text) ?? [];
  return [text, ...(rest === undefined ? [] : [first])].find(isMoney);
}

function isMoney(text: string): boolean {
  // `R-1042` and `Fr 12` are as likely something else.
  if (!/\p{Sc}|(?<!\p{L})(?:[A-Z]{3}|[A-Z]?kr\.?|zł|Kč|TL|лв|lei)(?!\p{L})/u.test(text)) return false;
  const { kind } = parseAmount(text, { decimalSign: '.' });
  return kind === 'value' || kind === 'ambiguous';
}
