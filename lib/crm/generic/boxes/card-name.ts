import { linesOf, ownText, textOf } from '../../dom/text-of';
import { foldWord } from '../../parse/fold-word';
import { relativeDate } from '../../parse/relative-date';
import { splitDate } from '../../parse/split-date';
import { moneyIn } from '../money-in';
import { isBefore } from './is-before';
import { headings, isQualifier } from './lone-amounts';
import { ownPart } from './own-part';

/** Sure only as far as that it stands first of several texts. */
export const byPlace = 0.5;
/** The same, behind what several cards show alike. */
export const behindLabel = 0.49;
/** The same, and what stands beside it most cards show alike. */
export const besideLabel = 0.55;
/** A title, or a card's only text. */
export const alone = 0.6;
const titles = `${headings},strong,b`;
/** A class of what a card is called by; only as a part of the card's own, for alone it may be a person's or a task's. */
const titled = /^(?:title|subject|name)$/i;
/** Where somebody is written to; a deal may be called so, but then by what stands first. */
const contact = /^(?:[^\s@]+@|https?:\/\/|www\.)\S+$/i;

interface OnCard {
  readonly places: readonly Element[];
  readonly card: Element;
  readonly mark: Element;
  /** What shows a text first, also where it is none of the places. */
  readonly lead: Element | undefined;
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
  lead,
  isFree,
  account,
}: OnCard): { readonly place: Element; readonly confidence: number } | undefined {
  const link =
    mark.matches('a[href]') && mark !== card && linesOf(mark).length === 1 && textOf(mark) !== ''
      ? mark
      : undefined;
  if (link !== undefined) return { place: link, confidence: 0.9 };
  // Beside an amount, "Annual service" is its kind or the deal's name; what stands first is no kind of what comes later.
  const isDoubtful = (place: Element) => isFree(place) && !place.contains(lead ?? null) && isQualifier(place);
  const mayBe = (place: Element) =>
    isFree(place) &&
    linesOf(place).length === 1 &&
    !isAmount(textOf(place)) &&
    !isDay(textOf(place)) &&
    (place.contains(lead ?? null) || !contact.test(textOf(place))) &&
    (place.matches(headings) ? /\p{L}/u.test(textOf(place)) : isWords(textOf(place))) &&
    !isDoubtful(place);
  const isTitled = (place: Element) =>
    place.matches(titles) || [...place.classList].some((name) => isTitle(name, ownPart(name, card)));
  const title = places.find((place) => isTitled(place) && mayBe(place));
  if (title !== undefined) return { place: title, confidence: alone };
  // Nothing behind what may be the name is surely the name.
  const doubtful = places.find(isDoubtful);
  const isSure = (place: Element) => doubtful === undefined || isBefore(place, doubtful);
  const named = places.filter((place) => mayBe(place) && isSure(place) && ownText(place).trim() !== '');
  // Behind one that stands beside a letter, what stands beside a picture may be the deal, or somebody too.
  const [top] = named;
  const isDrawn = top !== undefined && isBesideInitials(top);
  const plain = named.filter((place) => !isBesideInitials(place));
  // A letter alone stands for the deal as well as for whom it is with: then what stands plainly is one or the other.
  const isOwn = isDrawn && isBesideInitials(top, letterOf(top));
  const isAsked = isOwn === plain.length > 0 || named.some(isBesidePortrait);
  if (isDrawn && isAsked) return { place: top, confidence: 0 };
  if (isOwn) return { place: top, confidence: byPlace };
  const [first = top, second] = plain;
  const place = first ?? (account && isSure(account) ? account : undefined);
  if (place === undefined) return doubtful && { place: doubtful, confidence: 0 };
  return { place, confidence: second === undefined ? alone : byPlace };
}

function isTitle(name: string, own: string): boolean {
  return own !== name && titled.test(own);
}

/** Beside `IM` stands who bears these initials, or where she works; a letter alone may be the first of a deal's name. */
function isBesideInitials(place: Element, letters = /^\p{Lu}{1,3}$/u): boolean {
  return before(place).some((one) => letters.test(textOf(one)));
}

function letterOf(place: Element): RegExp {
  return new RegExp(`^${/^\p{L}/u.exec(textOf(place))?.[0] ?? '$.'}$`, 'iu');
}

function isBesidePortrait(place: Element): boolean {
  return before(place).some(
    (one) => one.matches('img') || (textOf(one) === '' && one.querySelector('img') !== null),
  );
}

/** What stands before a place, and before what surrounds it. */
function before(place: Element): readonly Element[] {
  return [place, place.parentElement].flatMap((at) => at?.previousElementSibling ?? []);
}

function isAmount(text: string): boolean {
  return moneyIn(text) !== undefined || /^\D{0,2}\p{Sc} ?\d|^\d[\d.,\s]*\p{Sc}/u.test(text);
}

/** `3 hours ago`, as far as it is no number of days. */
const ago =
  /^(?:(?:vor|hace|il y a) \d+ [a-z]+|for \d+ [a-z]+ siden|\d+ [a-z]+ (?:ago|siden|sedan|geleden|fa|atras|temu))$/;

function isDay(text: string): boolean {
  const parts = splitDate(text);
  return (
    (parts !== undefined && parts.kind !== 'without-day') ||
    relativeDate(text, '2000-01-01') !== undefined ||
    ago.test(foldWord(text))
  );
}

/** More than the initials in place of a picture. */
function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/^\p{Lu}{1,3}$/u.test(text);
}
