import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { fieldOf } from './fields';

// All of facts.md 6, Odoo.
const renderer = '.o_kanban_renderer';
const pipeline = `.o_opportunity_kanban ${renderer},${renderer}.o_opportunity_kanban`;
const cards = '.o_kanban_record[role=article],.o_kanban_record[data-id]';
/** Fields without a widget are plain spans (addons/web, kanban_compiler.js): the name is known by its place alone. */
const title = '.o_kanban_record_title,.fw-bold.fs-5';
/** Addons/web, search_bar.xml: a filter has a domain, a grouping has none. */
const groupings = '.o_searchview_facet:not(.o_facet_with_domain)';
export const boardSigns = [renderer, pipeline, '.o_kanban_group', '.o_column_title', cards, title, groupings];

/** The board of the pipeline; leads have one of the same build, without its mark. */
export function* readBoard({ document }: Page): Steps<Found<PlacedRows>> {
  const element = document.querySelector(pipeline);
  if (element === null) return document.querySelector(renderer) === null ? 'loading' : 'other';
  // Without a grouping of the user's own it is grouped by stage; by anything else, the columns are no stages.
  const isByStage = document.querySelector(groupings) === null;
  const rows: PlacedRow[] = [];
  for (const card of element.querySelectorAll(cards)) {
    yield;
    const named = card.querySelector(title);
    const places = new Map<PlacedField, Place>(named === null ? [] : [['name', named]]);
    for (const place of card.querySelectorAll('[name]')) {
      const field = fieldOf(place.getAttribute('name'));
      if (field !== undefined && !places.has(field)) places.set(field, place);
    }
    const column = card.closest('.o_kanban_group')?.querySelector('.o_column_title');
    const stage = column ? textOf(column) : '';
    if (isByStage && stage !== '' && !places.has('stage')) places.set('stage', stage);
    if (!places.has('name')) return 'unknown';
    rows.push({ element: card, places });
  }
  return { element, rows, headings: new Map() };
}
