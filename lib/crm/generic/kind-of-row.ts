import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { fieldValues } from './field-values';
import { dealIdNames, thingIdNames } from './id-attributes';
import type { Row } from './table';

const keys = [...dealIdNames, ...thingIdNames];

const sums =
  /^(?:grand |sub ?|zwischen|gesamt)?(?:total|totals|totalt|totaal|totale|totaux|totales|totais|sum|summe|summa|somma|somme|suma|soma|celkem|toplam|razem|yhteensa|i alt|ialt|gesamt|durchschnitt|average|count)\b[^\p{L}]*$/u;

/**
 * What a row without an id is: a `sum` (it says so where the name stands, or first), a group's heading or a message
 * (`heading`: at most two cells say something, and none of them is a name), a `deal`, or `unsure`, which is reported.
 */
export function kindOfRow(
  { element, cells, isWhole }: Row,
  nameAt: number | undefined,
): 'deal' | 'sum' | 'heading' | 'unsure' {
  // Fields to search by stand in rows as well: those of a thing have its key.
  const isKeyed = keys.some((name) => element.hasAttribute(name));
  const texts = [...cells].map(([at, cell]) => ({
    at,
    text: textOf(cell) || (isKeyed ? fieldValues(cell) : ''),
  }));
  const filled = texts.filter(({ text }) => text !== '');
  const name = isWhole ? (texts.find(({ at }) => at === nameAt)?.text ?? '') : '';
  const first = filled[0]?.text ?? '';
  if ([name, first].some((text) => sums.test(foldWord(text.slice(0, 80))))) return 'sum';
  if (name === '') return filled.length <= 2 ? 'heading' : 'unsure';
  return filled.length <= 2 && cells.size >= 4 ? 'unsure' : 'deal';
}
