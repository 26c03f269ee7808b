import type { Page, PageKind } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { labelledRecord } from '../labelled-record';
import type { Found, Layout, Place, PlacedField, PlacedRecord, PlacedRow, PlacedRows } from '../layout';
import { zohoTenant } from './tenant';
import { dealUrl } from './urls';

// All of facts.md 5.2.
const header = 'lyte-exptable-tr#listviewHeaderRow';
const listRows = 'lyte-exptable-tr[data-zcqa=detailView]';
const columns = 'lyte-board[data-zcqa^=kanbanHeader_]';
const cards = 'lyte-card.crm-kv-card';

/** The list and the board of deals; of a deal's page only its labels are known. */
export const zoho: Layout = {
  crm: 'zoho',
  label: 'Zoho CRM',
  canSync: true,
  tenant: zohoTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page, kind) => (kind === 'list' ? readList(page) : readBoard(page)),
  record: readRecord,
  addressWords: ['crm', 'tab', 'Potentials', 'custom-view', 'list', 'kanban', 'page', 'pipeline'],
  signs: {
    list: ['crux-table-component,#listViewTable', header, 'lyte-exptable-th', listRows, 'lyte-exptable-td'],
    board: [columns, `${columns}[data-pipelines]`, cards, 'a.crm-kv-header-link'],
    record: ['main,[role=main]', 'h1'],
  },
};

// facts.md 5.1
const recordPath = /\/tab\/Potentials\/(\d{10,25})(?:\/|$)/;

function pageKind({ url: { pathname } }: Page): PageKind {
  if (recordPath.test(pathname)) return 'record';
  const view = /\/tab\/Potentials\/custom-view\/\d+\/(list|kanban)(?:\/|$)/.exec(pathname)?.[1];
  return view === undefined ? 'other' : view === 'list' ? 'list' : 'board';
}

function* readList({ document, url }: Page): Steps<Found<PlacedRows>> {
  // Headings have no name of their own, so they are understood as any page's are.
  const head = document.querySelector(header);
  const element = head?.closest('crux-table-component,#listViewTable');
  if (!head || !element) return 'loading';
  const labels = [...head.querySelectorAll('lyte-exptable-th')].map(textOf);
  const rows: PlacedRow[] = [];
  for (const row of element.querySelectorAll(listRows)) {
    yield;
    const cells = [...row.querySelectorAll('lyte-exptable-td')];
    const link = row.querySelector('a[id^=listView_]') ?? row.querySelector('a[href*="/tab/Potentials/"]');
    const id = link === null ? undefined : idOf(link);
    // Cells are told apart by their order alone: one more or less, and nothing is known.
    if (id === undefined || link === null || cells.length !== labels.length) return 'unknown';
    const labelled = cells.flatMap((place, nth) => {
      const label = labels[nth] ?? '';
      return label === '' || place.contains(link) ? [] : { label, place };
    });
    rows.push({ element: row, id, url: dealUrl(url, id), places: new Map([['name', link]]), labelled });
  }
  return { element, rows, headings: new Map(), ...scopeOf(url) };
}

function* readBoard({ document, url }: Page): Steps<Found<PlacedRows>> {
  const [first] = document.querySelectorAll(columns);
  if (first === undefined) return 'loading';
  const rows: PlacedRow[] = [];
  for (const card of document.querySelectorAll(cards)) {
    yield;
    const link = card.querySelector('a.crm-kv-header-link');
    const id = link === null ? undefined : idOf(link);
    if (id === undefined || link === null) return 'unknown';
    const places = new Map<PlacedField, Place>([['name', link]]);
    // Columns of anything but stages name no pipelines.
    const column = card.closest(`${columns}[data-pipelines]`);
    const stage = column?.getAttribute('data-zcqa')?.slice('kanbanHeader_'.length) ?? '';
    if (stage !== '') places.set('stage', stage);
    const owner = card.querySelector('[data-zcqa=recordOwner]');
    if (owner !== null) places.set('owner', owner);
    rows.push({ element: card, id, url: dealUrl(url, id), places });
  }
  return { element: first.parentElement ?? first, rows, headings: new Map(), ...scopeOf(url) };
}

function* readRecord(page: Page): Steps<Found<PlacedRecord>> {
  yield;
  const id = recordPath.exec(page.url.pathname)?.[1];
  return id === undefined ? 'unknown' : labelledRecord(page, id, dealUrl(page.url, id));
}

/** Ids exceed what a number holds: they stay texts. */
function idOf(link: Element): string | undefined {
  const named = /^listView_(\d{10,25})$/.exec(link.id)?.[1];
  return named ?? recordPath.exec(link.getAttribute('href') ?? '')?.[1];
}

function scopeOf({ pathname, searchParams }: URL): { readonly scope?: string } {
  const view = /\/custom-view\/(\d+)/.exec(pathname)?.[1];
  const pipeline = searchParams.get('pipeline');
  const scope = [view, pipeline].filter(Boolean).join(' ');
  return scope === '' ? {} : { scope };
}
