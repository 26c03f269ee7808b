import type { Steps } from '../../dom/in-slices';
import { isHidden } from '../../dom/is-hidden';
import { linesOf, ownText, textOf } from '../../dom/text-of';
import { foldWord } from '../../parse/fold-word';
import { isCurrencyCode } from '../../parse/is-currency-code';
import { fieldOfHeading } from '../field-of-heading';
import { machineNames } from '../table';
import { labelBefore, mostPlaces } from './card-values';

/** A place on a card that can be told from its others, on every card alike. */
export interface CardPlace {
  readonly element: Element;
  /** The label, where it has one. */
  readonly heading: string;
  /** The value's own text, where the label stands before it in the same place. */
  readonly lines?: readonly string[];
}

interface Draft extends CardPlace {
  readonly key: string;
}

/** Signs of currencies; a label may be as short. */
const units = /^(?:\p{Sc}|kr\.?|zł|Kč|Ft|lei|TL|Fr\.?|R\$|US\$)$/u;
/** What labels are drawn as, and some values. */
const labelLike = 'dt,label,th,b,strong,small,h1,h2,h3,h4,h5,h6,[class*=label]';
/** Labels on fewer cards than this share of them may be values. */
const onMost = 0.5;

/**
 * The places of each card by what they are known by from one visit to the next: their label, the machine's name for them,
 * else where they stand in the card's markup. Of several alike the order tells them apart, but only while every card has
 * as many: else nobody knows which of them a card lacks, and they are left out.
 *
 * @param controls What is no place of a card, whatever it shows.
 */
export function* cardPlaces(
  cards: readonly Element[],
  controls = 'button,[role=button],select',
): Steps<readonly ReadonlyMap<string, CardPlace>[]> {
  const found: (readonly Element[])[] = [];
  for (const card of cards) {
    yield;
    found.push(placesOn(card, controls));
  }
  const labelOf = labelsOf(cards, found);
  const drafts = cards.map((card, nth) => draftsOf(card, found[nth] ?? [], labelOf));
  const counts = new Map<string, Set<number>>();
  for (const own of drafts)
    for (const [key, all] of byKey(own)) counts.set(key, (counts.get(key) ?? new Set()).add(all.length));
  return drafts.map((own) => {
    const places = new Map<string, CardPlace>();
    for (const [key, all] of byKey(own)) {
      if (counts.get(key)?.size !== 1) continue;
      for (const [nth, place] of all.entries()) places.set(nth === 0 ? key : `${key} (${nth + 1})`, place);
    }
    return places;
  });
}

function byKey(drafts: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) groups.set(draft.key, [...(groups.get(draft.key) ?? []), draft]);
  return groups;
}

/** What shows a line of its own: of a figure and its unit, in elements of their own, what holds both. */
function placesOn(card: Element, controls: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (found.length >= mostPlaces || isHidden(element) || element.matches(controls)) return;
    const lines = linesOf(element);
    if (lines.length === 1 && (ownText(element).trim() !== '' || hasUnit(element))) found.push(element);
    else for (const child of element.children) visit(child);
  };
  for (const child of card.children) visit(child);
  return found;
}

function hasUnit({ children }: Element): boolean {
  const texts = [...children].map(textOf);
  return (
    texts.some((text) => units.test(text) || isCurrencyCode(text)) &&
    texts.some((text) => /\p{Nd}/u.test(text))
  );
}

/** What stands before a place as its label, without a colon; empty: nothing does. */
type LabelOf = (card: Element, place: Element) => string;

/**
 * Texts that stand before other ones on most cards are labels, where they are drawn as such, end with a colon or name a
 * field; and where no card has a text of its own in the same place, as values have that many cards share.
 */
function labelsOf(cards: readonly Element[], found: readonly (readonly Element[])[]): LabelOf {
  const counts = new Map<string, number>();
  const together = new Map<string, Set<string>>();
  for (const [nth, card] of cards.entries()) {
    const own = new Set<string>();
    for (const place of found[nth] ?? []) {
      const label = inOne(place)?.label ?? candidate(place);
      if (label === '') continue;
      own.add(label);
      const at = placeOfLabel(card, place);
      together.set(at, (together.get(at) ?? new Set()).add(label));
    }
    for (const label of own) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const least = Math.max(2, cards.length * onMost);
  const isOften = (label: string) => (counts.get(label) ?? 0) >= least;
  return (card, place) => {
    const label = inOne(place)?.label ?? candidate(place);
    const beside = [...(together.get(placeOfLabel(card, place)) ?? [])];
    return isOften(label) && beside.every(isOften) ? label : '';
  };
}

function placeOfLabel(card: Element, place: Element): string {
  return pathIn(card, inOne(place) === undefined ? (place.previousElementSibling ?? place) : place);
}

function candidate(place: Element): string {
  const label = labelBefore(place) ?? '';
  const before = place.previousElementSibling;
  const isDrawn = before?.matches(labelLike) === true || textOf(before ?? place) === '';
  return isDrawn || /:\s*$/.test(before?.textContent ?? '') || fieldOfHeading(label) !== undefined
    ? label
    : '';
}

/** `Owner: Liv Holm`. */
function inOne(place: Element): { readonly label: string; readonly value: string } | undefined {
  const [, label, value] = /^([^:]{1,40}):\s*(.+)$/s.exec(textOf(place)) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}

function draftsOf(card: Element, places: readonly Element[], labelOf: LabelOf): readonly Draft[] {
  const labels = new Map(places.map((place) => [place, labelOf(card, place)]));
  const isLabel = (place: Element) =>
    places.some((other) => other.previousElementSibling === place && labels.get(other) !== '');
  return places.flatMap((element): readonly Draft[] => {
    const label = labels.get(element) ?? '';
    const one = inOne(element);
    if (label !== '') {
      const lines = one?.label === label ? [one.value] : undefined;
      return [{ element, key: foldWord(label), heading: label, ...(lines && { lines }) }];
    }
    if (isLabel(element)) return [];
    const named = machineNames
      .map((name) => element.getAttribute(name))
      .find((name) => /^\D+$/.test(name ?? ''));
    return named
      ? [{ element, key: `[${named}]`, heading: named }]
      : [{ element, key: pathIn(card, element), heading: '' }];
  });
}

/** Elements from the card down to the place, with those words of their classes that no build draws anew. */
function pathIn(card: Element, place: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = place; at !== null && at !== card; at = at.parentElement) {
    const classes = [...at.classList].filter((name) => !/\d.*\d/.test(name)).toSorted();
    steps.unshift([at.tagName.toLowerCase(), ...classes.slice(0, 4)].join('.'));
  }
  return steps.join('>').slice(-300);
}
