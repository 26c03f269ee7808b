interface Touches {
  readonly fields: WeakSet<Element>;
  /** How many fields so far. */
  count: number;
}

const known = new WeakMap<Document, Touches>();

const keepsValue = new Set(['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);
/** What is typed there changes no record. */
const searches = '[type=search],[role=searchbox],[role=search] *,nav *,[role=navigation] *';

/**
 * Notes which fields of a page somebody has touched: what a field holds is what the page put there until then, and may be
 * unsaved from then on. Listens only, and costs a page nothing but a look at where a key or a click went.
 */
export function watchTouches(document: Document, signal: AbortSignal): void {
  const touches = touchesOn(document);
  const note = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.matches(searches)) return;
    if (event.type === 'keydown' && keepsValue.has((event as KeyboardEvent).key)) return;
    // Where no key is needed: lists to choose from that are no form's own.
    const field = event.type === 'click' ? target.closest('[role=combobox],[role=spinbutton]') : target;
    if (field === null || touches.fields.has(field)) return;
    touches.fields.add(field);
    touches.count += 1;
  };
  for (const type of ['input', 'change', 'keydown', 'click'])
    document.addEventListener(type, note, { capture: true, passive: true, signal });
}

/** Whether somebody has touched a field, or an element within it. */
export function isTouched(field: Element): boolean {
  const { fields } = touchesOn(field.ownerDocument);
  return fields.has(field) || [...field.querySelectorAll('*')].some((inner) => fields.has(inner));
}

/** How many fields of a page have been touched so far. */
export function touchCount(document: Document): number {
  return touchesOn(document).count;
}

function touchesOn(document: Document): Touches {
  const before = known.get(document);
  if (before !== undefined) return before;
  const touches: Touches = { fields: new WeakSet(), count: 0 };
  known.set(document, touches);
  return touches;
}
