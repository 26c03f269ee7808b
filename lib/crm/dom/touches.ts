/** How often a page's fields were edited, and how often anything was clicked, since our script came. */
export interface TouchCount {
  readonly edits: number;
  /** Some choose a value by the mouse alone, and no event of the field's own tells. */
  readonly clicks: number;
}

interface Touches {
  fields: WeakSet<Element>;
  edits: number;
  clicks: number;
}

const known = new WeakMap<Document, Touches>();

const keepsValue = new Set(['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);
const editable =
  'input,textarea,select,[contenteditable=true],[role=textbox],[role=combobox],[role=spinbutton],[role=combobox] *';
/** What is typed there changes no record. */
const searches = '[type=search],[role=searchbox],[role=search] *,nav *,[role=navigation] *';
/** A script that comes this late finds a page on which somebody may have typed before. */
const lateMs = 10_000;

/**
 * Notes which fields of a page somebody has touched: what a field holds is what the page put there until then, and may be
 * unsaved from then on. Listens only, and costs a page nothing but a look at where a key or a click went.
 *
 * @param age How long the page has been open, in milliseconds.
 */
export function watchTouches(document: Document, signal: AbortSignal, age = 0): void {
  const touches = touchesOn(document);
  if (age > lateMs) touches.clicks += 1;
  const note = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.matches(searches)) return;
    if (event.type === 'click') {
      touches.clicks += 1;
      return;
    }
    const isKey = event.type === 'keydown';
    if (isKey && (keepsValue.has((event as KeyboardEvent).key) || !target.matches(editable))) return;
    touches.fields.add(target);
    touches.edits += 1;
  };
  for (const type of ['input', 'change', 'keydown', 'click'])
    document.addEventListener(type, note, { capture: true, passive: true, signal });
}

/** Whether somebody has edited a field, or an element within it. */
export function isTouched(field: Element): boolean {
  const { fields } = touchesOn(field.ownerDocument);
  return fields.has(field) || [...field.querySelectorAll('*')].some((inner) => fields.has(inner));
}

export function touchCount(document: Document): TouchCount {
  const { edits, clicks } = touchesOn(document);
  return { edits, clicks };
}

/** Another record is shown, perhaps in the same fields. */
export function forgetFields(document: Document): void {
  touchesOn(document).fields = new WeakSet();
}

function touchesOn(document: Document): Touches {
  const before = known.get(document);
  if (before !== undefined) return before;
  const touches: Touches = { fields: new WeakSet(), edits: 0, clicks: 0 };
  known.set(document, touches);
  return touches;
}
