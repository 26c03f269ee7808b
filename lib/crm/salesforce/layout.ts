import type { Page, PageKind } from '../adapter';
import { deepAll, isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Layout, Place, PlacedField, PlacedRecord, PlacedRows } from '../layout';
import { readBoard } from './board';
import { opportunityId } from './deal-id';
import { opportunityFields } from './fields';
import { salesforceTenant } from './tenant';
import { dealUrl } from './urls';

/** Lightning Experience: list views, the board of a list view, and records. */
export const salesforce: Layout = {
  crm: 'salesforce',
  label: 'Salesforce',
  canSync: false,
  tenant: salesforceTenant,
  pageKind,
  root: ({ document }) => document.body,
  *rows(page, kind) {
    return kind === 'list' ? yield* readList(page) : yield* readBoard(page, scopeOf(page.url));
  },
  record: readRecord,
};

// facts.md 1.1: a board has its list's address.
const listPath = /^\/lightning\/o\/Opportunity\/list$/;
const recordPath = /^\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12,15})\/view$/;

function pageKind({ url, document }: Page): PageKind {
  if (recordPath.test(url.pathname)) return 'record';
  if (!listPath.test(url.pathname)) return 'other';
  // facts.md 1.2, Kanban.
  const columns = document.getElementsByClassName('runtime_sales_pipelineboardPipelineViewColumn');
  return [...columns].some(isInView) ? 'board' : 'list';
}

function scopeOf(url: URL): string | undefined {
  return url.searchParams.get('filterName') ?? undefined;
}

function* readList({ document, url }: Page): Steps<Found<PlacedRows>> {
  // facts.md 1.2: views of other tabs stay in the page, hidden.
  const managers = deepAll(document, 'lst-list-view-manager,.forceListViewManager').filter(isInView);
  const manager = managers.at(-1);
  if (manager === undefined) return 'loading';
  const headings = new Map<PlacedField, string>();
  const rows: PlacedRows['rows'][number][] = [];
  const all = deepAll(manager, 'tr[data-row-key-value]');
  for (const row of all) {
    yield;
    const key = row.getAttribute('data-row-key-value') ?? '';
    const id = opportunityId(key);
    const cells = [...row.querySelectorAll('[data-col-key-value]')];
    const places = new Map<PlacedField, Place>();
    for (const cell of cells) {
      const field = fieldOfColumn(cell.getAttribute('data-col-key-value') ?? '');
      if (field === undefined) continue;
      const label = cell.getAttribute('data-label') ?? cell.getAttribute('aria-label');
      if (label !== null) headings.set(field, label);
      if (key !== 'HEADER') places.set(field, valueIn(cell));
    }
    if (key === 'HEADER') continue;
    // A list of other records, or of a kind that we do not know.
    if (id === undefined || !places.has('name')) return 'unknown';
    rows.push({ element: row, id, url: dealUrl(url, id), places });
  }
  if (rows.length === 0)
    return all.length === 0 && deepAll(manager, 'lightning-spinner').some(isInView)
      ? 'loading'
      : emptyOr(manager);
  const scope = scopeOf(url);
  const total = totalIn(manager);
  return {
    element: manager,
    rows,
    headings,
    ...(scope === undefined ? {} : { scope }),
    ...(total === undefined ? {} : { statedTotal: total }),
  };
}

function emptyOr(manager: Element): Found<PlacedRows> {
  // A grid with its headings and no rows is an empty list.
  const hasGrid = deepAll(manager, 'lightning-datatable,table').length > 0;
  return hasGrid ? { element: manager, rows: [], headings: new Map() } : 'loading';
}

/** The column's key holds the field's name, a type and a number (facts.md 1.2): `Amount-currency-3`. */
function fieldOfColumn(key: string): PlacedField | undefined {
  const name = /^[A-Za-z][\w.]*/.exec(key)?.[0] ?? '';
  return Object.hasOwn(opportunityFields, name) ? opportunityFields[name] : undefined;
}

// facts.md 1.2: what cells hold their values in.
const formatted =
  'lightning-formatted-number,lightning-formatted-text,lightning-formatted-date-time,lightning-formatted-url,lightning-formatted-lookup,lightning-base-formatted-text,force-lookup a,a';

/** The innermost place of a cell's value: beside it there are buttons. */
function valueIn(cell: Element): Element {
  return deepAll(cell, formatted)[0] ?? cell;
}

/** `12 items`; `50+ items` is no total (facts.md 1.2). */
function totalIn(manager: Element): number | undefined {
  const [status] = deepAll(manager, '.countSortedByFilteredBy,force-list-view-manager-status-info');
  const count = /^(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d+)(?![\d+])/.exec(
    status === undefined ? '' : textOf(status),
  )?.[1];
  return count === undefined ? undefined : Number(count.replace(/\D/g, ''));
}

function* readRecord({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = opportunityId(recordPath.exec(url.pathname)?.[1] ?? '');
  if (id === undefined) return 'unknown';
  // facts.md 1.2: pages of records seen before stay in the document; the one that is drawn is the deal's.
  const pages = deepAll(document, 'one-record-home-flexipage2').filter(isInView);
  const page = pages.find((one) => one.getClientRects().length > 0) ?? pages.at(-1);
  if (page === undefined) return 'loading';
  const values = new Map<PlacedField, { heading: string; place: Place }>();
  for (const item of deepAll(page, '[data-target-selection-name*="RecordField.Opportunity."]')) {
    yield;
    const name = /RecordField\.Opportunity\.([\w.]+)$/.exec(
      item.getAttribute('data-target-selection-name') ?? '',
    )?.[1];
    const field =
      name !== undefined && Object.hasOwn(opportunityFields, name) ? opportunityFields[name] : undefined;
    if (field === undefined || values.has(field) || !isInView(item)) continue;
    const [label] = deepAll(item, '.test-id__field-label');
    const [value] = deepAll(item, '[data-output-element-id="output-field"],.test-id__field-value');
    const isEdited = deepAll(item, 'input,textarea,[role=combobox]').length > 0;
    if (value === undefined && !isEdited) continue;
    values.set(field, {
      heading: label === undefined ? '' : textOf(label),
      place: isEdited || value === undefined ? item : valueIn(value),
    });
  }
  if (values.size === 0)
    return deepAll(page, 'records-lwc-highlights-panel').length > 0 ? 'unknown' : 'loading';
  const [heading] = deepAll(page, 'records-highlights2 lightning-formatted-text[slot=primaryField]');
  return {
    id,
    url: dealUrl(url, id),
    element: page,
    ...(heading === undefined ? {} : { heading }),
    values: [...values].map(([field, value]) => ({ field, ...value })),
  };
}
