import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { ownText, textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { scopeOf } from './scope';
import { dealIdIn, dealUrl } from './urls';

// All of facts.md 2.2, Board.
export const columns = '[data-test-id=cdb-column],[data-test-id^=framework-data-column-][data-column-id]';
const cards = '[data-test-id=cdb-card],[data-test-id=cdbc-card]';
const properties = '[data-test-id^=cdbc-property-],[data-selenium-test=card-property]';
const value = '[data-test-id=cdbc-property-value]';
export const boardSigns = [
  columns,
  '[data-test-id=cdb-column-name]',
  cards,
  '[data-test-id=cdbc-title]',
  properties,
];

/** The board of one pipeline: a column for each stage. */
export function* readBoard({ document, url }: Page): Steps<Found<PlacedRows>> {
  // One kind of column may hold the other, and so may the cards.
  const found = [...document.querySelectorAll(columns)].filter((one) => !isWithin(one, columns));
  const [first] = found;
  if (first === undefined) return 'loading';
  const rows: PlacedRow[] = [];
  for (const column of found) {
    const name = column.querySelector('[data-test-id=cdb-column-name]');
    const stage = name === null ? '' : textOf(name);
    for (const card of column.querySelectorAll(cards)) {
      yield;
      if (isWithin(card, cards)) continue;
      const row = rowOf(card, stage, url);
      if (row === undefined) return 'unknown';
      rows.push(row);
    }
  }
  return { element: first.parentElement ?? first, rows, headings: new Map(), ...scopeOf(url) };
}

function rowOf(card: Element, stage: string, url: URL): PlacedRow | undefined {
  const title = card.querySelector('[data-test-id=cdbc-title]');
  // What lies in a card may have the ids of contacts and companies.
  const holders = [card, ...card.querySelectorAll('[data-test-id=cdbc-card]')];
  const stated = holders
    .map((one) => one.getAttribute('data-selenium-id') ?? '')
    .filter((id) => /^\d+$/.test(id));
  const linked = [...card.querySelectorAll('a[href]')].flatMap(
    (link) => dealIdIn(link.getAttribute('href')) ?? [],
  );
  const [id, ...others] = new Set([...stated, ...linked]);
  if (id === undefined || others.length > 0 || title === null || stage === '') return undefined;
  const labelled = [...card.querySelectorAll(properties)].flatMap((property) => {
    const place = property.querySelector(value);
    const label = place === null ? '' : labelOf(property, place);
    return place === null || label === '' ? [] : { label, place };
  });
  const places = new Map<PlacedField, Place>([
    ['name', title],
    ['stage', stage],
  ]);
  return { element: card, id, url: dealUrl(url, id), places, labelled };
}

function isWithin({ parentElement }: Element, kind: string): boolean {
  return parentElement !== null && parentElement.closest(kind) !== null;
}

/** What the property says besides its value. */
function labelOf(property: Element, place: Element): string {
  const label = [...property.querySelectorAll('*')].find(
    (one) => !one.contains(place) && !place.contains(one) && textOf(one) !== '',
  );
  return (label === undefined ? ownText(property) : textOf(label)).replace(/\s*:\s*$/, '').trim();
}
