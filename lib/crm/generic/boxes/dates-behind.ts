import { splitDate } from '../../parse/split-date';
import { textOf } from '../../dom/text-of';
import type { CardPlace } from './card-places';

/** More of a text are no words before its date. */
const longestWords = 60;

/**
 * The places of each card; where they show dates behind words that are the same on every card, without these words. They
 * are part of what such a place is known by: "Won on" stands where "Closes on" did, once all deals in sight are won.
 */
export function datesBehind(
  cards: readonly ReadonlyMap<string, CardPlace>[],
): readonly ReadonlyMap<string, CardPlace>[] {
  const keys = new Set(cards.flatMap((own) => [...own.keys()]));
  const sizes = new Map(
    [...keys].map((key) => [key, sizeOfWords(cards.flatMap((own) => own.get(key) ?? []))]),
  );
  return cards.map(
    (own) =>
      new Map(
        [...own].map(([key, place]) => {
          const [size, text] = [sizes.get(key) ?? 0, textAt(place)];
          if (size === 0) return [key, place];
          return [`${key} ${text.slice(0, size)}`, { ...place, lines: [text.slice(size).trim()] }];
        }),
      ),
  );
}

/** How much of each text are the words before its date; 0: not all have the same, or none, or there is a single text. */
function sizeOfWords(places: readonly CardPlace[]): number {
  const texts = places.map(textAt).filter((text) => text !== '');
  const [first = ''] = texts;
  if (texts.length < 2 || texts.some((text) => splitDate(text) !== undefined)) return 0;
  const words = first.split(' ').slice(0, 10);
  const sizes = words
    .map((_, nth) => words.slice(0, nth).join(' ').length)
    .filter((size) => size > 0 && size <= longestWords);
  return (
    sizes.find((size) =>
      texts.every(
        (text) => text.startsWith(first.slice(0, size)) && splitDate(text.slice(size).trim()) !== undefined,
      ),
    ) ?? 0
  );
}

function textAt({ element, lines }: CardPlace): string {
  return lines?.join(' ') ?? textOf(element);
}
