import type { Page, PageKind } from '../adapter';
import { isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type {
  Found,
  Layout,
  Place,
  PlacedField,
  PlacedRecord,
  PlacedRow,
  PlacedRows,
  PlacedValue,
} from '../layout';
import { leadFields } from './fields';
import { odooTenant } from './tenant';
import { leadIdOf, leadUrl, viewOf } from './urls';

/** The pipeline as list and board, which show no ids, and the form, whose address has one. */
export const odoo: Layout = {
  crm: 'odoo',
  label: 'Odoo',
  canSync: true,
  tenant: odooTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page, kind) => (kind === 'list' ? readList(page) : readBoard(page)),
  record: readForm,
};

function pageKind({ url, document }: Page): PageKind {
  const view = viewOf(url);
  if (view !== 'any') return view ?? 'other';
  // One address for list and board (facts.md 6, Odoo: the views' own classes).
  return document.querySelector('.o_kanban_renderer') === null ? 'list' : 'board';
}

function* readList({ document }: Page): Steps<Found<PlacedRows>> {
  const head = document.querySelector('th[data-name=stage_id],th[data-name=expected_revenue]');
  const element = head?.closest('table');
  if (!element) return 'loading';
  const headings = new Map<PlacedField, string>();
  for (const one of element.querySelectorAll('th[data-name]')) {
    const field = fieldOf(one.getAttribute('data-name'));
    if (field !== undefined) headings.set(field, textOf(one));
  }
  const rows: PlacedRow[] = [];
  for (const row of element.querySelectorAll('tr.o_data_row')) {
    yield;
    const places = new Map<PlacedField, Place>();
    for (const cell of row.querySelectorAll('td.o_data_cell[name]')) {
      const field = fieldOf(cell.getAttribute('name'));
      if (field !== undefined) places.set(field, cell);
    }
    if (!places.has('name')) return 'unknown';
    rows.push({ element: row, places });
  }
  return { element, rows, headings };
}

function* readBoard({ document }: Page): Steps<Found<PlacedRows>> {
  const element = document.querySelector(
    '.o_opportunity_kanban .o_kanban_renderer,.o_kanban_renderer.o_opportunity_kanban,.o_kanban_renderer',
  );
  if (element === null) return 'loading';
  const isByStage =
    document.querySelector('.o_searchview_facet .oi-group,.o_searchview_facet .fa-layer-group') === null;
  const rows: PlacedRow[] = [];
  for (const card of element.querySelectorAll('.o_kanban_record[role=article],.o_kanban_record[data-id]')) {
    yield;
    const places = new Map<PlacedField, Place>();
    for (const place of card.querySelectorAll('[name]')) {
      const field = fieldOf(place.getAttribute('name'));
      if (field !== undefined && !places.has(field)) places.set(field, place);
    }
    // Grouped by anything else, the columns are no stages.
    const title = card.closest('.o_kanban_group')?.querySelector('.o_column_title');
    const stage = title ? textOf(title) : '';
    if (isByStage && stage !== '' && !places.has('stage')) places.set('stage', stage);
    if (!places.has('name')) return 'unknown';
    rows.push({ element: card, places });
  }
  return { element, rows, headings: new Map() };
}

function* readForm({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = leadIdOf(url);
  if (id === undefined) return 'unknown';
  const element = [...document.querySelectorAll('.o_form_view')].find(isInView);
  if (element === undefined) return 'loading';
  const values = new Map<PlacedField, PlacedValue>();
  for (const place of element.querySelectorAll('.o_field_widget[name]')) {
    yield;
    const field = fieldOf(place.getAttribute('name'));
    if (field !== undefined && !values.has(field)) values.set(field, { field, heading: '', place });
  }
  if (values.size < 2) return 'unknown';
  return { id, url: leadUrl(url, id), element, values: [...values.values()] };
}

function fieldOf(name: string | null): PlacedField | undefined {
  return name !== null && Object.hasOwn(leadFields, name) ? leadFields[name] : undefined;
}
