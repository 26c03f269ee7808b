import type { Page, PageKind } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { ownText, textOf } from '../dom/text-of';
import { labelledRecord } from '../labelled-record';
import type { Found, Layout, Place, PlacedField, PlacedRecord, PlacedRow, PlacedRows } from '../layout';
import { dealFields } from './fields';
import { pipedriveTenant } from './tenant';

// All of facts.md 3.2.
const boards = '[data-test=pipeline-view]';
const tiles = '[data-test=pipeline-deal-tile]';

/** The board of a pipeline and the list of deals; of a deal's page only its labels are known. */
export const pipedrive: Layout = {
  crm: 'pipedrive',
  label: 'Pipedrive',
  canSync: true,
  tenant: pipedriveTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page, kind) => (kind === 'list' ? readList(page) : readBoard(page)),
  record: readRecord,
  addressWords: ['pipeline', 'user', 'everyone', 'filter', 'deals', 'list', 'deal'],
  signs: {
    list: ['td[data-field]', 'td a[href*="/deal/"]', '[data-test=no-deals-content]'],
    board: [
      boards,
      tiles,
      `${tiles} a[href^="/deal/"]`,
      '[data-test*=stage]',
      '[data-test=no-deals-content]',
    ],
    record: ['main,[role=main]', 'h1'],
  },
};

// facts.md 3.1
const recordPath = /^\/deal\/(\d+)(?:\/|$)/;

function pageKind({ url }: Page): PageKind {
  if (recordPath.test(url.pathname)) return 'record';
  if (/^\/deals(?:\/list|\/filter|\/user|$)/.test(url.pathname)) return 'list';
  return /^\/pipeline(?:\/|$)/.test(url.pathname) ? 'board' : 'other';
}

function* readBoard({ document, url }: Page): Steps<Found<PlacedRows>> {
  const board = document.querySelector(boards);
  if (board === null) return 'loading';
  const rows: PlacedRow[] = [];
  for (const tile of board.querySelectorAll(tiles)) {
    yield;
    const id = /^(?:forecast-)?(\d+)$/.exec(tile.getAttribute('data-test-deal-id') ?? '')?.[1];
    const name = tile.querySelector('a[href^="/deal/"]');
    const amount = tile.querySelector('[data-test=pipeline-deal-value]');
    // A link about the whole tile says more than the name.
    if (id === undefined || name === null || name.contains(amount)) return 'unknown';
    if (dealIdIn(name.getAttribute('href')) !== id) return 'unknown';
    const places = new Map<PlacedField, Place>([['name', name]]);
    const stage = stageOf(tile, board);
    if (stage !== undefined) places.set('stage', stage);
    if (amount !== null) places.set('amount', amount);
    rows.push({ element: tile, id, url: dealUrl(url, id), places });
  }
  if (rows.length === 0 && !isEmpty(document) && board.querySelector('[data-test=deals-list]') === null)
    return 'loading';
  return { element: board, rows, headings: new Map(), scope: scopeOf(url) };
}

/**
 * The only heading of the column that a tile lies in, where it says the stage's name and nothing more: number and sum of
 * the deals stand there too.
 */
function stageOf(tile: Element, board: Element): string | undefined {
  for (let at = tile.parentElement; at !== null && at !== board; at = at.parentElement) {
    if (!(at.getAttribute('data-test') ?? '').includes('stage')) continue;
    const headings = [...at.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')].filter(
      (heading) => heading.closest(tiles) === null,
    );
    const [heading] = headings;
    if (heading !== undefined) return headings.length === 1 ? soleText(heading) : undefined;
  }
  return undefined;
}

/** The text of an element in which one place alone says something. */
function soleText(element: Element): string | undefined {
  let at = element;
  while (at.childElementCount === 1 && ownText(at).trim() === '') at = at.firstElementChild ?? at;
  return at.childElementCount === 0 ? textOf(at) || undefined : undefined;
}

function isEmpty(document: Document): boolean {
  return document.querySelector('[data-test=no-deals-content]') !== null;
}

function* readList({ document, url }: Page): Steps<Found<PlacedRows>> {
  const cells = document.querySelectorAll('td[data-field]');
  const [first] = cells;
  if (first === undefined)
    return isEmpty(document)
      ? { element: document.body, rows: [], headings: new Map(), scope: scopeOf(url) }
      : 'loading';
  const rows: PlacedRow[] = [];
  const list = first.closest('table');
  if (list === null) return 'unknown';
  for (const row of list.querySelectorAll('tr')) {
    yield;
    const own = [...row.querySelectorAll('td[data-field]')];
    if (own.length === 0) continue;
    const links = [...row.querySelectorAll('a[href*="/deal/"]')];
    const ids = new Set(links.flatMap((link) => dealIdIn(link.getAttribute('href')) ?? []));
    const [id] = ids;
    const places = new Map<PlacedField, Place>();
    for (const cell of own) {
      const field = dealFields.get(cell.getAttribute('data-field') ?? '');
      if (field !== undefined && !places.has(field)) places.set(field, cell);
    }
    if (ids.size !== 1 || id === undefined || !places.has('name')) return 'unknown';
    rows.push({ element: row, id, url: dealUrl(url, id), places });
  }
  return { element: list, rows, headings: new Map(), scope: scopeOf(url) };
}

/** The pipeline, user or filter in the address. */
function scopeOf({ pathname }: URL): string {
  return pathname;
}

function* readRecord(page: Page): Steps<Found<PlacedRecord>> {
  yield;
  const id = recordPath.exec(page.url.pathname)?.[1];
  return id === undefined ? 'unknown' : labelledRecord(page, id, dealUrl(page.url, id));
}

function dealUrl({ origin }: URL, id: string): string {
  return `${origin}/deal/${id}`;
}

function dealIdIn(href: string | null): string | undefined {
  return /(?:^|\/)deal\/(\d+)(?:[/?#]|$)/.exec(href ?? '')?.[1];
}
