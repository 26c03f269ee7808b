import { foldWord } from '../parse/fold-word';
import { isCurrencyCode } from '../parse/is-currency-code';
import { tidyText } from '../parse/tidy-text';

/** Articles and the like. Not the words for "by" (`da`, `af`, `von`): "created by" is not "created on". */
const noise = setOf(
  'of the on at to in de del della dell di do du des der d l la le les el lo il i den am em op a au',
);
/** What the value belongs to; said or not, it means the same. */
const owners = setOf(
  'deal deals opportunity sales affaire opportunite transaction vente negocio oportunidad trato venta ventas negociacao oportunidade vendas ' +
    'trattativa opportunita affare vendita verkaufschance salgsmulighed aftalens kans verkoopkans',
);

/**
 * A heading as the dictionaries are searched by: folded, its words in the order of the alphabet, without a unit in
 * brackets or at the end, signs, articles, and words such as "deal" beside others. Other words in brackets stay: an
 * "Amount (weighted)" is no amount.
 *
 * @example normalHeading('Beløb (DKK): *') // 'belob'
 * @example normalHeading('Expected date of closing') === normalHeading('Expected closing date') // true
 */
export function normalHeading(text: string): string {
  const bare = tidyText(text)
    .replace(/[([]([^()[\]]*)[)\]]/g, (all, inner: string) => (isUnit(inner) ? ' ' : all))
    .replace(/[^\p{L}\p{N}°]+/gu, ' ')
    .trim()
    .replace(/ ([A-Z]{3})$/, (all, code: string) => (isCurrencyCode(code) ? '' : all));
  const words = foldWord(bare).split(' ');
  const telling = words.filter((word) => !noise.has(word));
  const own = telling.filter((word) => !owners.has(word));
  return (own.length > 0 ? own : telling).toSorted().join(' ');
}

/** Currency, percent or signs: they say how a value is counted, not what it is. */
function isUnit(text: string): boolean {
  const rest = text.replace(/\p{L}+/gu, (word) =>
    isCurrencyCode(word) || /^(?:in|i|en|kr)$/i.test(word) ? '' : word,
  );
  return !/\p{L}/u.test(rest);
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
