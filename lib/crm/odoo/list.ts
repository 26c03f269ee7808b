import type { Page } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { shareHeading } from '../share-heading';
import { fieldOf } from './fields';

// All of facts.md 6, Odoo: headings and cells name their field; the rows' own number is a counter and no id.
const headings = 'th[data-name]';
const rowsOf = 'tr.o_data_row';
const cells = 'td.o_data_cell[name]';
export const listSigns = [headings, 'th[data-name=stage_id],th[data-name=expected_revenue]', rowsOf, cells];

/** The list of the pipeline. */
export function* readList({ document }: Page): Steps<Found<PlacedRows>> {
  const heads = [...document.querySelectorAll(headings)];
  if (heads.length === 0) return 'loading';
  // Leads, contacts and all else have lists of the same build; a stage and a revenue only opportunities have.
  const own = heads.filter((head) =>
    /^(?:stage_id|expected_revenue)$/.test(head.getAttribute('data-name') ?? ''),
  );
  const element = inFront(own)?.closest('table');
  if (!element) return 'other';
  const called = new Map<PlacedField, string>();
  for (const one of element.querySelectorAll(headings)) {
    const field = fieldOf(one.getAttribute('data-name'));
    if (field !== undefined) called.set(field, shareHeading(field, textOf(one)));
  }
  const rows: PlacedRow[] = [];
  for (const row of element.querySelectorAll(rowsOf)) {
    yield;
    const places = new Map<PlacedField, Place>();
    for (const cell of row.querySelectorAll(cells)) {
      const field = fieldOf(cell.getAttribute('name'));
      if (field !== undefined) places.set(field, cell);
    }
    if (!places.has('name')) return 'unknown';
    rows.push({ element: row, places });
  }
  return { element, rows, headings: called };
}
