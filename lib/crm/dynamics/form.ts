import type { Page } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, PlacedRecord, PlacedValue } from '../layout';
import { foldWord } from '../parse/fold-word';
import { shareHeading } from '../share-heading';
import { opportunityColumns } from './fields';
import { guidIn, opportunityUrl } from './urls';

// All of facts.md 4.2, Form.
const forms = '[data-id=editFormRoot]';
const control = '[data-id*=".fieldControl"]';
/** Named by the same file of EasyRepro that facts.md 4.2 cites: it says "- Saved" or "- Unsaved" beside the title. */
const status = '[data-id=header_saveStatus]';
export const formSigns = [forms, '[data-id=header_title]', status, `${forms} ${control}`];

/** How a form says in its user's language that nothing in it waits to be saved. */
const saved =
  /^(?:saved|gemt|gespeichert|enregistre|guardado|grabado|opgeslagen|sparad|sparat|lagret|salvato|salvo)$/;

const unsaved =
  /^(?:unsaved|not saved|ikke gemt|nicht gespeichert|non enregistre|no guardado|sin guardar|nao guardado|nao salvo|niet opgeslagen|inte sparad|ej sparad|osparad|ikke lagret|non salvato|saving|gemmer|wird gespeichert)/;

/** The form of one opportunity. Its fields can always be edited; what they hold is not read once the form says that it is not saved. */
export function* readForm({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = guidIn(url.searchParams.get('id'));
  // A new one that has not been saved has no id.
  if (id === undefined) return 'other';
  const element = inFront([...document.querySelectorAll(forms)]);
  if (element === undefined) return 'loading';
  // The header has fields of its own.
  const header = inFront([...document.querySelectorAll('[data-id=form-header]')]);
  const places = header === undefined ? [element] : [element, header];
  const values: PlacedValue[] = [];
  for (const [name, field] of opportunityColumns) {
    yield;
    const place = places.map((one) => placeOf(one, name)).find((one) => one !== undefined);
    if (place !== undefined && !values.some((one) => one.field === field))
      values.push({ field, heading: shareHeading(field, ''), place });
  }
  if (values.length === 0) return 'loading';
  const isSaved = isFormSaved(document);
  const title = inFront([...document.querySelectorAll('[data-id=header_title]')]);
  // The title tells how the form stands too, so it is a place for the overlay alone.
  const isTitled = isSaved !== false && title !== undefined && values.some(({ field }) => field === 'name');
  return {
    id,
    url: opportunityUrl(url, id),
    element,
    ...(isTitled ? { heading: title } : {}),
    values: values.map((value) => ({ ...value, isSaved })),
  };
}

function isFormSaved(document: Document): boolean | undefined {
  const said = inFront([...document.querySelectorAll(status)]);
  const word = foldWord(said === undefined ? '' : textOf(said)).replace(/^[-\u2013\u2014\s]+/, '');
  // In a language that is not among these nothing is said.
  return saved.test(word) ? true : unsaved.test(word) ? false : undefined;
}

/** A field's place in the form or its header. */
function placeOf(form: Element, name: string): Element | undefined {
  for (const prefix of ['', 'header_']) {
    const field = `${prefix}${name}.fieldControl`;
    const lookup = form.querySelector(`[data-id="${field}-LookupResultsDropdown_${name}_selected_tag"]`);
    const date = form.querySelector(`[data-id="${field}-date-time-input"]`);
    const text = [...form.querySelectorAll(`[data-id^="${field}"]`)].find((one) =>
      one.matches('input,select,textarea'),
    );
    const found = lookup ?? date ?? text;
    if (found !== undefined) return found;
  }
  return undefined;
}
