import { linesOf, ownText, textOf } from '../../dom/text-of';
import { isQualifier, moneyIn } from '../lone-amounts';
import { ownPart } from './own-part';

/** Sure only as far as that it stands first of several texts. */
export const byPlace = 0.5;
/** The same, behind what several cards show alike. */
export const behindLabel = 0.49;
const titles = 'h1,h2,h3,h4,h5,h6,[role=heading],strong,b';
/** A class of what a card is called by; `name` alone may be anybody's. */
const titled = /^(?:title|subject)$/i;

interface OnCard {
  readonly places: readonly Element[];
  readonly card: Element;
  readonly mark: Element;
  /** Whether a place shows something that nothing else says what it is. */
  readonly isFree: (place: Element) => boolean;
  readonly account: Element | undefined;
}

/**
 * Where a card shows the deal's name: the deal's link if it is one line of the card; else the card's title; else what
 * stands first and is nothing else, and at last the account; with how sure that is.
 */
export function cardName({
  places,
  card,
  mark,
  isFree,
  account,
}: OnCard): { readonly place: Element; readonly confidence: number } | undefined {
  const link =
    mark.matches('a[href]') && mark !== card && linesOf(mark).length === 1 && textOf(mark) !== ''
      ? mark
      : undefined;
  if (link !== undefined) return { place: link, confidence: 0.9 };
  const mayBe = (place: Element) =>
    isFree(place) && linesOf(place).length === 1 && isWords(textOf(place)) && !isQualifier(place);
  const isTitled = (place: Element) =>
    place.matches(titles) || [...place.classList].some((name) => isTitle(name, ownPart(name, card)));
  const title = places.find((place) => isTitled(place) && mayBe(place));
  if (title !== undefined) return { place: title, confidence: 0.6 };
  const named = places.filter((place) => mayBe(place) && ownText(place).trim() !== '');
  const [first = named[0], second] = named.filter((place) => !isBesideInitials(place));
  const place = first ?? account;
  return place && { place, confidence: second === undefined ? 0.6 : byPlace };
}

function isTitle(name: string, own: string): boolean {
  return titled.test(own) || (own !== name && own.toLowerCase() === 'name');
}

/** Beside `IM` stands who bears these initials, or where she works. */
function isBesideInitials(place: Element): boolean {
  return [place, place.parentElement].some((at) => {
    const before = at?.previousElementSibling;
    return before !== null && before !== undefined && /^\p{Lu}{1,3}$/u.test(textOf(before));
  });
}

/** Neither an amount, nor the initials in place of a picture. */
function isWords(text: string): boolean {
  const isAmount = moneyIn(text) !== undefined || /^\D{0,2}\p{Sc} ?\d|^\d[\d.,\s]*\p{Sc}/u.test(text);
  return /\p{L}{2}/u.test(text) && !/^\p{Lu}{1,3}$/u.test(text) && !isAmount;
}
