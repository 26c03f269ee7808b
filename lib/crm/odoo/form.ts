import type { Page } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import type { Found, PlacedField, PlacedRecord, PlacedValue } from '../layout';
import { shareHeading } from '../share-heading';
import { fieldOf } from './fields';
import { leadIdOf, leadUrl } from './urls';

// All of facts.md 6, Odoo.
const forms = '.o_form_view';
const widgets = '.o_field_widget[name]';
/** Addons/web, form_status_indicator.xml: save and discard are invisible while there is nothing to save. */
const unsaved = '.o_form_status_indicator_buttons';
/** Addons/crm, crm_lead_views.xml: invisible while the type is a lead; a lost opportunity keeps the second. */
const pipelineOnly = ['stage_id', 'expected_revenue'];
export const formSigns = [forms, `${forms} ${widgets}`, unsaved, '[aria-checked=true]'];

/** The form of one opportunity. Its fields can always be edited; what they hold is not read while anything waits to be saved. */
export function* readForm({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = leadIdOf(url);
  if (id === undefined) return 'unknown';
  const element = inFront([...document.querySelectorAll(forms)]);
  if (element === undefined) return 'loading';
  const values = new Map<PlacedField, PlacedValue>();
  for (const widget of element.querySelectorAll(widgets)) {
    yield;
    const field = fieldOf(widget.getAttribute('name'));
    const place = field === 'stage' ? currentOf(widget) : widget;
    if (field !== undefined && place !== undefined && !values.has(field))
      values.set(field, { field, heading: shareHeading(field, ''), place });
  }
  if (values.size < 2) return 'loading';
  // A lead's form is of the same model, and hides both.
  if (!pipelineOnly.some((name) => element.querySelector(`.o_field_widget[name=${name}]`))) return 'other';
  const buttons = inFront([...document.querySelectorAll(unsaved)]);
  const isSaved = buttons?.classList.contains('invisible');
  const name = values.get('name')?.place;
  return {
    id,
    url: leadUrl(url, id),
    element,
    // The overlay stands beside the name.
    ...(name instanceof Element ? { heading: name } : {}),
    values: [...values.values()].map((value) => ({ ...value, isSaved })),
  };
}

/** The bar of stages shows all of them, and marks the one (addons/web, statusbar_field.xml). */
function currentOf(bar: Element): Element | undefined {
  const [current, ...others] = bar.querySelectorAll('[aria-checked=true]');
  return others.length === 0 ? current : undefined;
}
