import type { Page } from '../adapter';
import { deepAll, deepText, inFront, isInView } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import type { Found, PlacedField, PlacedRecord, PlacedValue } from '../layout';
import { opportunityId } from './deal-id';
import { opportunityFields } from './fields';
import { valueIn } from './list';
import { dealUrl, recordPath } from './urls';

// All of facts.md 1.2, Record page.
const pages = 'one-record-home-flexipage2';
const fields = '[data-target-selection-name*="RecordField.Opportunity."]';
const values = '[data-output-element-id="output-field"],.test-id__field-value';
const controls = 'input,textarea,[role=combobox]';
export const recordSigns = [pages, 'records-lwc-highlights-panel', fields, values];

/** The record that is in front: those that were seen before stay in the page. */
export function* readRecord({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = opportunityId(recordPath.exec(url.pathname)?.[1] ?? '');
  if (id === undefined) return 'unknown';
  const page = inFront(deepAll(document, pages));
  if (page === undefined) return 'loading';
  const found = new Map<PlacedField, Omit<PlacedValue, 'field'>>();
  for (const item of deepAll(page, fields)) {
    yield;
    const field = fieldOf(item.getAttribute('data-target-selection-name') ?? '');
    if (field === undefined || found.has(field) || !isInView(item)) continue;
    const value = valueAt(item);
    const [label] = deepAll(item, '.test-id__field-label');
    if (value !== undefined)
      found.set(field, { heading: label === undefined ? '' : deepText(label), ...value });
  }
  if (found.size === 0) return 'loading';
  const [heading] = deepAll(page, 'records-highlights2 lightning-formatted-text[slot=primaryField]');
  return {
    id,
    url: dealUrl(url, id),
    element: page,
    ...(heading === undefined ? {} : { heading }),
    values: [...found].map(([field, value]) => ({ field, ...value })),
  };
}

/** The API name stands in it whatever the language: `sfdc:RecordField.Opportunity.Amount`. */
function fieldOf(name: string): PlacedField | undefined {
  const own = /RecordField\.Opportunity\.([\w.]+)$/.exec(name)?.[1] ?? '';
  return opportunityFields.get(own);
}

/** Where its value stands: in what the user is editing, if anything of the field is. Nothing is saved there. */
function valueAt(item: Element): Pick<PlacedValue, 'place' | 'isSaved'> | undefined {
  const [control] = deepAll(item, controls);
  if (control !== undefined) return { place: control, isSaved: false };
  const [value] = deepAll(item, values);
  return value === undefined ? undefined : { place: valueIn(value) };
}
