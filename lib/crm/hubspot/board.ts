import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { ownText, textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { scopeOf } from './scope';
import { dealIdIn, dealUrl } from './urls';

// All of facts.md 2.2, Board.
const columns = '[data-test-id=cdb-column],[data-test-id^=framework-data-column-]';
const cards = '[data-test-id=cdb-card],[data-test-id=cdbc-card]';
const properties = '[data-test-id^=cdbc-property-],[data-selenium-test=card-property]';
const value = '[data-test-id=cdbc-property-value]';

/** The board of one pipeline: a column for each stage. */
export function* readBoard({ document, url }: Page): Steps<Found<PlacedRows>> {
  const found = [...document.querySelectorAll(columns)];
  const [first] = found;
  if (first === undefined) return 'loading';
  const rows: PlacedRow[] = [];
  for (const column of found) {
    const name = column.querySelector('[data-test-id=cdb-column-name]');
    const stage = name === null ? '' : textOf(name);
    for (const card of column.querySelectorAll(cards)) {
      yield;
      // One kind of card may hold the other.
      if (card.parentElement?.closest(cards) !== null && column.contains(card.parentElement)) continue;
      const row = rowOf(card, stage, url);
      if (row === undefined) return 'unknown';
      rows.push(row);
    }
  }
  return { element: first.parentElement ?? first, rows, headings: new Map(), ...scopeOf(url) };
}

function rowOf(card: Element, stage: string, url: URL): PlacedRow | undefined {
  const title = card.querySelector('[data-test-id=cdbc-title]');
  const stated = [card, ...card.querySelectorAll('[data-selenium-id]')]
    .map((one) => one.getAttribute('data-selenium-id') ?? '')
    .find((id) => /^\d+$/.test(id));
  const id =
    stated ??
    [...card.querySelectorAll('a[href]')].flatMap((link) => dealIdIn(link.getAttribute('href')) ?? [])[0];
  if (id === undefined || title === null || stage === '') return undefined;
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

/** What the property says besides its value. */
function labelOf(property: Element, place: Element): string {
  const label = [...property.querySelectorAll('*')].find(
    (one) => !one.contains(place) && !place.contains(one) && textOf(one) !== '',
  );
  return (label === undefined ? ownText(property) : textOf(label)).replace(/\s*:\s*$/, '').trim();
}
