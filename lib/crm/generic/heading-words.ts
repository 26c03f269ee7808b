import { foldWord } from '../parse/fold-word';
import { currencyOfMark } from '../parse/currency-of-mark';
import { isCurrencyCode } from '../parse/is-currency-code';
import { tidyText } from '../parse/tidy-text';

/**
 * The words of a heading, folded, without a unit in brackets or at the end and without signs. Other words in brackets
 * stay: an "Amount (weighted)" is no amount.
 *
 * @example headingWords('Beløb (DKK): *') // ['belob']
 */
export function headingWords(text: string): readonly string[] {
  const bare = tidyText(text)
    .replace(/[([]([^()[\]]*)[)\]]/g, (all, inner: string) => (isUnit(inner) ? ' ' : all))
    .replace(/\bn\.?\s?º/gi, 'n°')
    .replace(/[^\p{L}\p{N}°]+/gu, ' ')
    .trim()
    .replace(/ ([A-Z]{3})$/, (all, code: string) => (isCurrencyCode(code) ? '' : all));
  return foldWord(bare).split(' ');
}

/** Currency, percent or signs: they say how a value is counted, not what it is. */
function isUnit(text: string): boolean {
  const rest = text.replace(/\p{L}+/gu, (word) =>
    isCurrencyCode(word) || /^(?:in|i|en|kr)$/i.test(word) ? '' : word,
  );
  return !/\p{L}/u.test(rest) || currencyOfMark(text) !== undefined;
}
