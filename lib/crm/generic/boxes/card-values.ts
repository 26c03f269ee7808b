import { isHidden } from '../../dom/is-hidden';
import { ownText, textOf } from '../../dom/text-of';
import { asWords } from '../as-words';
import { splitDate } from '../../parse/split-date';
import { fieldOfHeading } from '../field-of-heading';
import { isDateField } from '../field-kinds';
import type { GenericField } from '../fields';
import { linkTarget } from '../link-target';
import { subjectOfUrl } from '../page-subject';
import { machineNames } from '../table';
import { behindLabel, besideLabel, byPlace, cardName } from './card-name';
import type { Card } from './find-cards';
import { ownPart } from './own-part';
import { withoutCard } from './without-card';
import { headings, isQualified, loneAmounts, texts } from './lone-amounts';

/** A value of a card: what it is, how sure that is, and where it stands. */
export interface CardValue {
  readonly field: GenericField;
  readonly confidence: number;
  readonly place: Element;
  /** What the card calls it. */
  readonly heading: string;
  /** The value's own text, where the label stands before it in the same place. */
  readonly lines?: readonly string[];
}

export interface CardValues {
  readonly values: ReadonlyMap<GenericField, CardValue>;
  /** Fields that two places claim with equal right: neither is read. */
  readonly contested: readonly GenericField[];
}

export interface CardContext {
  readonly base: URL;
  /** Whether most cards show a text: then it is a label, and no deal's value. */
  readonly isRepeated: (text: string) => boolean;
}

/** As sure as what a class says. */
const byClass = 0.9;
/** A card with more places than this is none. */
export const mostPlaces = 200;
/**
 * What the places on a card are: by the label beside them, the tooltip on them or on their icon, the name that the markup
 * has for them, in this order. Cards label little: their only amount with a currency is the deal's, and the link to
 * the deal, or else what stands first, is its name. A date that nothing labels is not read.
 */
export function cardValues({ element: card, mark }: Card, { base, isRepeated }: CardContext): CardValues {
  const places = placesIn(card);
  const claims = places.flatMap((place) => claimsOf(place, card));
  const has = (field: GenericField) => claims.some((claim) => claim.field === field);
  if (!has('account')) claims.push(...accountLinks(card, base));
  const lead = places.find((place) => ownText(place).trim() !== '');
  if (!has('name')) claims.push(...nameAmong({ places, card, mark, lead, isRepeated }, claims));
  // Elsewhere a title above an amount may be the amount's.
  const name = claims.find(
    ({ field, place }) => field === 'name' && (place === mark || place.contains(lead ?? null)),
  )?.place;
  const kept = claims.filter(
    ({ field, confidence, place }) =>
      field !== 'amount' || confidence !== byClass || !isQualified(place, name),
  );
  if (!kept.some(({ field }) => field === 'amount'))
    kept.push(...amountsOf({ places, card, isRepeated, name }, kept));
  return settle(kept);
}

/** Everything that shows a text of its own or a picture with a name. */
function placesIn(card: Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (
      found.length >= mostPlaces ||
      isHidden(element) ||
      element.matches('button,[role=button],select,del,s,strike')
    )
      return;
    found.push(element);
    for (const child of element.children) visit(child);
  };
  for (const child of card.children) visit(child);
  return found;
}

function claimsOf(place: Element, card: Element): CardValue[] {
  const text = textOf(place);
  if (text === '') return [];
  const claim = (heading: string, confidence: number, more: Partial<CardValue> = {}): CardValue[] => {
    const guess = fieldOfHeading(heading);
    // What is called `currency` and has figures in it is an amount of money, of whatever kind.
    if (guess === undefined || (guess.field === 'currency' && /\d/.test(text))) return [];
    return [{ field: guess.field, confidence, place, heading, ...more }];
  };
  const before = /^([^:]{1,40}):\s*(.+)$/s.exec(text);
  if (before?.[1] !== undefined && before[2] !== undefined) {
    const lines = [before[2].trim()];
    const said = claim(before[1], 0.97, { lines });
    if (said.length > 0) return said;
  }
  const [dated] = datedLine(text).flatMap(({ heading, lines }) => claim(heading, 0.97, { lines }));
  if (dated !== undefined) return [dated];
  const label = labelBefore(place);
  // A label that we do not know says that the value is something else, whatever the markup calls it.
  const isLabelled = place.previousElementSibling?.matches('dt,label,th') === true;
  const named = label === undefined || beginsWithLabel(place) ? [] : claim(label, 0.97);
  if (named.length > 0) return named;
  for (const name of texts) {
    const said = place.getAttribute(name) ?? '';
    const [heading = ''] = said.split(':');
    const found = claim(heading, 0.96);
    if (found.length > 0) return found;
  }
  if (isLabelled) return [];
  for (const name of machineNames) {
    const found = claim(asWords(place.getAttribute(name) ?? ''), 0.95);
    if (found.length > 0) return found;
  }
  // What is called `money` there is an amount; as a heading it is the budget.
  const said = [...place.classList].flatMap((name) =>
    name === 'money' ? [] : claim(withoutCard(ownPart(name, card)), byClass),
  );
  const [only] = new Set(said.map(({ field }) => field)).size === 1 ? said : [];
  return only === undefined ? [] : [only];
}

/** `Est. close 3/31/2027`: a date behind what it is the date of. */
function datedLine(text: string): { readonly heading: string; readonly lines: readonly string[] }[] {
  const words = text.split(' ').slice(0, 10);
  return words.flatMap((_, nth) => {
    const heading = words.slice(0, nth).join(' ');
    const rest = text.slice(heading.length).trim();
    const isDated = nth > 0 && isDateField(fieldOfHeading(heading)?.field) && splitDate(rest) !== undefined;
    return isDated ? { heading, lines: [rest] } : [];
  });
}

/** A label or an icon's name that stands alone before the place. */
export function labelBefore(place: Element): string | undefined {
  const before = place.previousElementSibling;
  if (before === null) return undefined;
  const text = textOf(before);
  if (text !== '') return text.length <= 40 ? text.replace(/:\s*$/, '') : undefined;
  const title = before.querySelector('title')?.textContent?.trim();
  const named = [before, ...before.querySelectorAll('*')];
  return (
    title ||
    named.flatMap((element) => texts.map((name) => element.getAttribute(name))).find(Boolean) ||
    undefined
  );
}

/** Behind a label whose value is a picture stands the next label, with its own value in one place. */
function beginsWithLabel(place: Element): boolean {
  let first = place;
  while (first.firstElementChild !== null) first = first.firstElementChild;
  return first !== place && textOf(first) !== textOf(place) && fieldOfHeading(textOf(first)) !== undefined;
}

function accountLinks(card: Element, base: URL): CardValue[] {
  const links = [...card.querySelectorAll('a[href]')].filter((link) => {
    const url = linkTarget(link, base)?.url;
    return (
      url !== undefined &&
      subjectOfUrl(new URL(url)) === 'other' &&
      /account|compan|organi[sz]ation|customer|client/i.test(url)
    );
  });
  return links
    .filter((link) => textOf(link) !== '')
    .map((place) => ({ field: 'account', confidence: 0.8, place, heading: '' }));
}

/** The name by what most cards do not share; how sure it is, by that too. */
function nameAmong(
  { isRepeated, ...on }: Parameters<typeof nameOf>[0] & Pick<CardContext, 'isRepeated'>,
  claims: readonly CardValue[],
): CardValue[] {
  const isTitle = (place: Element) => place.matches(headings) && place.contains(on.lead ?? null);
  const own = on.places.filter((place) => isTitle(place) || !isRepeated(textOf(place)));
  const [named] = nameOf({ ...on, places: own }, claims);
  const [all] = nameOf(on, claims);
  if (named === undefined) return all === undefined ? [] : [all];
  const isBehind = named.place !== all?.place;
  // A heading that most cards show is their label, or what the deals are called.
  const most = isBehind
    ? all?.place.matches(headings)
      ? 0
      : behindLabel
    : all.confidence === byPlace
      ? besideLabel
      : 1;
  return [{ ...named, confidence: Math.min(named.confidence, most) }];
}

function nameOf(
  on: Omit<Parameters<typeof cardName>[0], 'isFree' | 'account'>,
  claims: readonly CardValue[],
): CardValue[] {
  const isFree = (place: Element) =>
    textOf(place) !== '' &&
    !claims.some(
      (claim) => claim.place.contains(place) || place.contains(claim.place) || labels(place, claim),
    );
  // Some CRMs name no deals: the account stands for it.
  const account = claims.find(({ field }) => field === 'account')?.place;
  const name = cardName({ ...on, isFree, account });
  return name === undefined ? [] : [{ ...name, field: 'name', heading: '' }];
}

/** Whether a place says what another one is, and so is no value itself. */
function labels(label: Element, { place, heading }: CardValue): boolean {
  return place.previousElementSibling === label && labelBefore(place) === heading;
}

function amountsOf(
  on: Omit<Parameters<typeof loneAmounts>[0], 'isClaimed'>,
  claims: readonly CardValue[],
): CardValue[] {
  const isClaimed = (place: Element) => claims.some((claim) => claim.place.contains(place));
  return loneAmounts({ ...on, isClaimed }).map(({ place, lines, isOwn }) => ({
    field: 'amount',
    confidence: isOwn ? 0.7 : 0,
    place,
    heading: '',
    lines,
  }));
}

function settle(claims: readonly CardValue[]): CardValues {
  const values = new Map<GenericField, CardValue>();
  const contested: GenericField[] = [];
  for (const field of new Set(claims.map((claim) => claim.field))) {
    const all = claims.filter((claim) => claim.field === field);
    const most = Math.max(...all.map(({ confidence }) => confidence));
    const best = all.filter(({ confidence }) => confidence === most);
    // Of places within one another the innermost is the value's own.
    const inner = best.filter(
      ({ place }) => !best.some((other) => other.place !== place && place.contains(other.place)),
    );
    const [first] = inner;
    const isOne = new Set(inner.map(({ place, lines }) => lines?.join('\n') ?? textOf(place))).size === 1;
    if (first !== undefined && isOne && most > 0) values.set(field, first);
    else contested.push(field);
  }
  return { values, contested };
}
