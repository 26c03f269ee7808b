import type { Steps } from '../../dom/in-slices';
import { textOf } from '../../dom/text-of';
import { dealIdNames, dragIdNames, thingIdNames } from '../id-attributes';
import { linkTarget } from '../link-target';
import { cellTags } from '../row-cells';
import { areAlike } from '../alike';

/** A card and the element that it lies in together with others. */
export interface Card {
  readonly element: Element;
  readonly list: Element;
  /** The element in it that names the deal or can be dragged. */
  readonly mark: Element;
}

interface Mark {
  readonly element: Element;
  /** What tells it from the others: the deal that it links to, or itself. */
  readonly key: unknown;
}

const aside =
  'nav,aside,footer,[role=navigation],[role=dialog],dialog,[hidden],[aria-hidden=true],[role=menu]';
const idNames = [...dealIdNames, ...dragIdNames, ...thingIdNames];
/** What a card may be marked by where none links to a deal, the surest first. */
const marks = [
  having([...dealIdNames, 'data-lead-id']),
  having([...dragIdNames, 'draggable=true']),
  having(thingIdNames),
  '[role=listitem],[role=article],article',
  // To choose rows of a list by.
  'input[type=checkbox][value]:not([value=""],[value=on],[value=all])',
];
/** What a card is drawn as. */
const cardLike = `[draggable=true],${having([...dealIdNames, ...dragIdNames, ...thingIdNames])},li,article,[role=listitem],[role=article],[class*=card]`;
/** A page with more of them is no board. */
const most = 3000;

/**
 * The cards of a page: what surrounds one mark of a deal and no other. A card that lies alone in its column cannot be
 * told from it by that; it is as deep in it as the cards of the other columns are in theirs.
 */
export function* findCards(root: Element, base: URL): Steps<readonly Card[]> {
  const linked = yield* cardsOf(linksIn(root, base), root);
  if (linked.length > 0) return linked;
  for (const selector of marks) {
    const found = [...root.querySelectorAll(selector)]
      .filter((element) => element.closest(aside) === null)
      .map((element) => ({ element, key: element }));
    const cards = yield* cardsOf(found, root);
    // Parts of rows, not cards: cells, or such as have another part elsewhere.
    const areParts = cards.some(({ element }) => element.matches(cellTags));
    if (cards.length > 0 && !areParts && !isAnyTwice(cards.map(({ mark }) => mark))) return cards;
  }
  return [];
}

/** Whether any id that one of the elements bears is borne by another one, too. */
function isAnyTwice(elements: readonly Element[]): boolean {
  const ids = elements.flatMap((element) => {
    const name = idNames.find((one) => element.getAttribute(one));
    return name === undefined ? [] : `${name}=${element.getAttribute(name)}`;
  });
  return new Set(ids).size < ids.length;
}

/** Links to deals; those that name one come before pictures and buttons to edit it. */
function linksIn(root: Element, base: URL): Mark[] {
  const all = [...root.querySelectorAll('a[href]')].flatMap((element) => {
    const target = linkTarget(element, base);
    const isCard = target?.isHere === true && target.dealId !== undefined && element.closest(aside) === null;
    return isCard ? { element, key: target.dealId, isAction: target.isAction, text: textOf(element) } : [];
  });
  // "Open", "Delete": what several deals' links say is no name.
  const bearers = new Map<string, Set<string>>();
  for (const { key, text } of all) bearers.set(text, (bearers.get(text) ?? new Set()).add(key));
  const found = all.map((one) => ({
    ...one,
    isName: !one.isAction && one.text !== '' && bearers.get(one.text)?.size === 1,
  }));
  return [...found.filter(({ isName }) => isName), ...found.filter(({ isName }) => !isName)];
}

function* cardsOf(found: readonly Mark[], root: Element): Steps<Card[]> {
  if (found.length < 2 || found.length > most) return [];
  const keys = new Map<Element, Set<unknown>>();
  for (const { element, key } of found) {
    yield;
    for (let at: Element | null = element; at !== null && root.contains(at); at = at.parentElement)
      keys.set(at, (keys.get(at) ?? new Set()).add(key));
  }
  const cards = new Map<unknown, Card>();
  for (const mark of found) {
    yield;
    let element = mark.element;
    for (let up = element.parentElement; up !== null && keys.get(up)?.size === 1; up = up.parentElement)
      element = up;
    const list = element.parentElement;
    // A mark within another one belongs to that card.
    const isInner = (keys.get(mark.element)?.size ?? 0) > 1;
    if (list === null || !keys.has(list) || isInner) continue;
    const known = cards.get(mark.key);
    // A deal at two places, one of them on another's card: which place is its own is not said.
    if (known !== undefined && known.element !== element) return [];
    if (known === undefined) cards.set(mark.key, { element, list, mark: mark.element });
  }
  return withLonely([...cards.values()]);
}

/** Finds the cards that are alone in their lists: what was taken for them are their columns. */
function withLonely(cards: readonly Card[]): Card[] {
  const lists = new Set(cards.map(({ list }) => list));
  const around = new Set(
    [...lists].filter((list) => [...lists].some((inner) => inner !== list && list.contains(inner))),
  );
  const [pattern] = cards.filter(({ list }) => !around.has(list));
  if (pattern === undefined || around.size === 0) return allLonely(cards);
  const isOne = (at: Element, list: Element) => areAlike(at, pattern.element) && areAlike(list, pattern.list);
  return cards.map((card) => (around.has(card.list) ? (within(card, isOne) ?? card) : card));
}

/** Where no column has two cards, only their own marks tell: each lies deeper than what holds no other card. */
function allLonely(cards: readonly Card[]): Card[] {
  const inner = cards.flatMap((card) => within(card, (at) => at.matches(cardLike)) ?? []);
  return inner.length === cards.length ? inner : [...cards];
}

/** The card within what was taken for it, from its mark upwards. */
function within(card: Card, isOne: (at: Element, list: Element) => boolean): Card | undefined {
  for (let at = card.mark; at !== card.element && at.parentElement !== null; at = at.parentElement)
    if (isOne(at, at.parentElement)) return { ...card, element: at, list: at.parentElement };
  return undefined;
}

/** A selector of whatever has one of these attributes. */
function having(names: readonly string[]): string {
  return names.map((name) => `[${name}]`).join(',');
}
