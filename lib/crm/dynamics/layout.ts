import type { Page, PageKind } from '../adapter';
import { isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import type { Found, Layout, PlacedRecord, PlacedValue } from '../layout';
import { opportunityColumns } from './fields';
import { readGrid } from './grid';
import { dynamicsTenant } from './tenant';
import { guidIn, opportunityUrl } from './urls';

/** Model-driven apps: the grid of opportunities, and their form. */
export const dynamics: Layout = {
  crm: 'dynamics',
  label: 'Dynamics 365',
  canSync: true,
  tenant: dynamicsTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page) => readGrid(page),
  record: readForm,
};

// facts.md 4.1
function pageKind({ url: { searchParams } }: Page): PageKind {
  if (searchParams.get('etn') !== 'opportunity') return 'other';
  const type = searchParams.get('pagetype');
  return type === 'entitylist' ? 'list' : type === 'entityrecord' ? 'record' : 'other';
}

function* readForm({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = guidIn(url.searchParams.get('id'));
  // A new one that has not been saved has no id.
  if (id === undefined) return 'unknown';
  const element = [...document.querySelectorAll('[data-id=editFormRoot]')].find(isInView);
  if (element === undefined) return 'loading';
  const values: PlacedValue[] = [];
  for (const [name, field] of Object.entries(opportunityColumns)) {
    yield;
    const place = placeOf(element, name);
    if (place !== undefined && !values.some((one) => one.field === field))
      values.push({ field, heading: '', place });
  }
  return values.length === 0 ? 'unknown' : { id, url: opportunityUrl(url, id), element, values };
}

/** A field's place in the form or its header (facts.md 4.2, Form). */
function placeOf(form: Element, name: string): Element | undefined {
  for (const prefix of ['', 'header_']) {
    const control = `${prefix}${name}.fieldControl`;
    const lookup = form.querySelector(`[data-id="${control}-LookupResultsDropdown_${name}_selected_tag"]`);
    const date = form.querySelector(`[data-id="${control}-date-time-input"]`);
    const text = [...form.querySelectorAll(`[data-id^="${control}"]`)].find((one) =>
      one.matches('input,select,textarea'),
    );
    const found = lookup ?? date ?? text;
    if (found !== undefined) return found;
  }
  return undefined;
}
