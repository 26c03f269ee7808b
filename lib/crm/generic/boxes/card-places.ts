import type { Steps } from '../../dom/in-slices';
import { isHidden } from '../../dom/is-hidden';
import { linesOf, ownText, textOf } from '../../dom/text-of';
import { foldWord } from '../../parse/fold-word';
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

/** Labels on fewer cards than this share of them may be values. */
const onMost = 0.5;

/**
 * The places of each card by what they are known by from one visit to the next: their label, the machine's name for them,
 * else where they stand in the card's markup. Of several alike the order tells them apart, but only while every card has
 * as many: else nobody knows which of them a card lacks, and they are left out.
 */
export function* cardPlaces(cards: readonly Element[]): Steps<readonly ReadonlyMap<string, CardPlace>[]> {
  const found: (readonly Element[])[] = [];
  for (const card of cards) {
    yield;
    found.push(placesOn(card));
  }
  const isLabel = labelsOf(found);
  const drafts = cards.map((card, nth) => draftsOf(card, found[nth] ?? [], isLabel));
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
function placesOn(card: Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (found.length >= mostPlaces || isHidden(element) || element.matches('button,[role=button],select'))
      return;
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
    texts.some((text) => /^(?:\p{Sc}|\p{L}{2,3}\.?)$/u.test(text)) &&
    texts.some((text) => /\p{Nd}/u.test(text))
  );
}

/** Texts that stand before other ones on most cards. */
function labelsOf(found: readonly (readonly Element[])[]): (text: string) => boolean {
  const counts = new Map<string, number>();
  for (const places of found)
    for (const label of new Set(
      places.flatMap((place) => [inOne(place)?.label ?? '', labelBefore(place) ?? '']),
    ))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  const least = Math.max(2, found.length * onMost);
  return (text) => text !== '' && (counts.get(text) ?? 0) >= least;
}

/** `Owner: Liv Holm`. */
function inOne(place: Element): { readonly label: string; readonly value: string } | undefined {
  const [, label, value] = /^([^:]{1,40}):\s*(.+)$/s.exec(textOf(place)) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}

function draftsOf(
  card: Element,
  places: readonly Element[],
  isLabel: (text: string) => boolean,
): readonly Draft[] {
  const before = new Map(places.map((element) => [element, labelBefore(element) ?? '']));
  const labels = new Set([...before.values()].filter(isLabel));
  return places.flatMap((element): readonly Draft[] => {
    const text = textOf(element);
    const label = before.get(element) ?? '';
    const one = inOne(element);
    if (one !== undefined && isLabel(one.label))
      return [{ element, key: foldWord(one.label), heading: one.label, lines: [one.value] }];
    if (isLabel(label)) return [{ element, key: foldWord(label), heading: label }];
    if (labels.has(text.replace(/:\s*$/, ''))) return [];
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
