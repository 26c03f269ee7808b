import type { Page } from '../adapter';
import { deepAll, deepText, hasShadow, inFront, isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { opportunityId } from './deal-id';
import { opportunityFields } from './fields';
import { dealUrl } from './urls';

// All of facts.md 1.2, List view: the first of each is of today, the second of before.
const managers = 'lst-list-view-manager,.forceListViewManager';
const rowKey = 'data-row-key-value';
export const listSigns = [managers, 'lightning-datatable,table', `tr[${rowKey}]`, '[data-col-key-value]'];
// What cells hold their values in, and a link of any other.
const formatted =
  'lightning-formatted-number,lightning-formatted-text,lightning-formatted-date-time,lightning-formatted-url,lightning-formatted-lookup,lightning-base-formatted-text,force-lookup a,a';

/** The list view that is in front: those of other tabs stay in the page. */
export function* readList({ document, url }: Page, scope: string | undefined): Steps<Found<PlacedRows>> {
  const manager = inFront(deepAll(document, managers));
  if (manager === undefined) return 'loading';
  const headings = new Map<PlacedField, string>();
  const rows: PlacedRow[] = [];
  const all = deepAll(manager, `tr[${rowKey}]`);
  for (const row of all) {
    yield;
    const key = row.getAttribute(rowKey) ?? '';
    const id = opportunityId(key);
    const places = new Map<PlacedField, Place>();
    for (const cell of row.querySelectorAll('[data-col-key-value]')) {
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
  if (rows.length === 0 && !isEmptyList(manager)) return 'loading';
  const total = totalIn(manager);
  return {
    element: manager,
    rows,
    headings,
    ...(scope === undefined ? {} : { scope }),
    ...(total === undefined ? {} : { statedTotal: total }),
  };
}

/** A grid that has no rows, and is not waiting for them either. */
function isEmptyList(manager: Element): boolean {
  return (
    deepAll(manager, 'lightning-datatable,table').length > 0 &&
    !deepAll(manager, 'lightning-spinner').some(isInView)
  );
}

/** The column's key holds the field's name, a type and a number (facts.md 1.2): `Amount-currency-3`. */
function fieldOfColumn(key: string): PlacedField | undefined {
  return opportunityFields.get(/^[A-Za-z][\w.]*/.exec(key)?.[0] ?? '');
}

/** The innermost place of a value: beside it there are buttons. */
export function valueIn(cell: Element): Place {
  const place = deepAll(cell, formatted)[0] ?? cell;
  return hasShadow(place) ? deepText(place) : place;
}

/** `12 items`; `50+ items` is no total (facts.md 1.2). */
function totalIn(manager: Element): number | undefined {
  const [status] = deepAll(manager, '.countSortedByFilteredBy,force-list-view-manager-status-info');
  const [, figures = '', more = ''] =
    /^(\d[\d.,\s]*)(\+?)/.exec(status === undefined ? '' : deepText(status)) ?? [];
  return figures === '' || more !== '' ? undefined : Number(figures.replace(/\D/g, ''));
}
