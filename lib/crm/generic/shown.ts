import { isHidden } from '../dom/is-hidden';
import { fields, linesOf } from '../dom/text-of';
import { isTouched } from '../dom/touches';

/** One place on the page where a value stands, as it was found. */
export interface Shown {
  readonly lines: readonly string[];
  /** The value stands in a field that the user can change. */
  readonly isField?: true;
  /** Such a field that somebody has touched, or that the page says is wrong: what it holds may not be saved. */
  readonly isEdited: boolean;
  /** No text, but a picture, a bar or hidden text: what is shown cannot be read, which is not "empty". */
  readonly isPicture: boolean;
  /** `datetime` of the only `<time>` in it. */
  readonly machineTime?: string;
  /** The place reaches over several rows: what it shows is not this one's alone. */
  readonly isShared?: true;
  /** Values that the markup carries for sorting and scripts; they only ever settle a doubt. */
  readonly machineValues: readonly string[];
  /** The text as the markup has it, where it stands there alone. */
  readonly raw?: string;
}

/** What stands in no element of its own. */
export function shownText(text: string): Shown {
  return { lines: text === '' ? [] : [text], isEdited: false, isPicture: false, machineValues: [] };
}

const machineNames = [
  'value',
  'data-value',
  'data-sort',
  'data-sort-value',
  'data-order',
  'data-raw',
  'data-rawvalue',
  'data-raw-value',
];
const controls =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),select,textarea,[contenteditable=true],[role=combobox],[role=textbox],[role=spinbutton]';
/** A page that was sent back: its fields hold what was not taken. */
const refused = '[aria-invalid=true],.is-invalid,.field_with_errors *,.has-error *';
const carriers =
  'data[value],[data-value],[data-sort],[data-sort-value],[data-order],[data-raw],[data-rawvalue],[data-raw-value]';
const times = 'time[datetime]';
const telling = `${controls},${carriers},${times}`;

const pictures = 'img,svg,progress,meter,canvas,[role=img],[role=progressbar],[title],[aria-label]';

/**
 * Reads what stands at one place. Fields that cannot be edited (disabled, read-only) give their value as text.
 *
 * @param before what the same place showed at the last look: where it still shows the same, that very object is returned
 */
export function shownAt(element: Element, before?: Shown): Shown {
  const raw = soleText(element);
  if (raw === undefined) return closeLook(element);
  if (before?.raw === raw && before.lines.length > 0) return before;
  const lines = linesOf(element);
  return {
    raw,
    lines,
    isEdited: false,
    isPicture: lines.length === 0 && hasPicture(element),
    machineValues: [],
  };
}

/**
 * The text of a place with no element in it that says more than that, as most places of a list are: the text stands in
 * it alone, or in a link or badge that does. It is all that is shown there, so it tells whether anything has changed.
 */
function soleText(element: Element): string | undefined {
  let at = element;
  for (;;) {
    if (fields.has(at.tagName) || (at.hasAttributes() && at.matches(telling))) return undefined;
    const { firstElementChild: inner } = at;
    // Asked of the element: to hold its text node costs the page memory for each cell of a long list.
    if (inner === null) return at.textContent || undefined;
    if (inner.previousSibling !== null || inner.nextSibling !== null || isHidden(inner)) return undefined;
    at = inner;
  }
}

function closeLook(element: Element): Shown {
  const all = [...(element.matches(controls) ? [element] : []), ...element.querySelectorAll(controls)];
  const offered = all.filter((field) => !isHiddenIn(element, field));
  const open = offered.filter((field) => !isFixed(field));
  const own = fields.has(element.tagName) ? [] : linesOf(element);
  const lines = [...own, ...offered.map(valueOf).filter((value) => value !== '')];
  const stated = element.querySelectorAll(times);
  const machineTime = stated.length === 1 ? stated[0]?.getAttribute('datetime')?.trim() : undefined;
  return {
    lines,
    ...(open.length > 0 ? { isField: true } : {}),
    isEdited: open.some((field) => isTouched(field) || field.matches(refused)),
    isPicture: (lines.length === 0 && hasPicture(element)) || open.some(isUnchosen),
    ...(machineTime === undefined ? {} : { machineTime }),
    machineValues: machineValuesOf(element),
  };
}

/** A choice that stands at its first entry, which nobody may have chosen: browsers show that one where none is. */
function isUnchosen(field: Element): boolean {
  return (
    field instanceof HTMLSelectElement &&
    field.selectedIndex === 0 &&
    field.options[0]?.hasAttribute('selected') === false &&
    field.value !== ''
  );
}

/** Fields to edit by wait hidden beside the text of some values. */
function isHiddenIn(place: Element, field: Element): boolean {
  for (let at: Element | null = field; at !== null; at = at === place ? null : at.parentElement)
    if (isHidden(at)) return true;
  return false;
}

function hasPicture(element: Element): boolean {
  return element.querySelector(pictures) !== null || (element.textContent ?? '').trim() !== '';
}

function isFixed(field: Element): boolean {
  return (
    field.hasAttribute('disabled') ||
    field.hasAttribute('readonly') ||
    field.getAttribute('aria-readonly') === 'true'
  );
}

function valueOf(field: Element): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent?.trim() ?? '';
  if (field instanceof HTMLInputElement) return fieldText(field.type, field.value.trim());
  if (field instanceof HTMLTextAreaElement) return field.value.trim();
  // A textbox of other elements has its text among the lines already.
  return '';
}

/** A field for numbers has a point before the decimals, whatever the page writes: of three of them one could not tell. */
function fieldText(type: string, value: string): string {
  if (type === 'password') return '';
  if (type !== 'number') return value;
  const short = value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return /\.\d{3}$/.test(short) ? `${short}0` : short;
}

function machineValuesOf(element: Element): string[] {
  const places = [element, ...element.querySelectorAll(carriers)];
  return places
    .slice(0, 5)
    .flatMap((place) =>
      machineNames.flatMap((name) =>
        name === 'value' && place.tagName !== 'DATA' ? [] : (place.getAttribute(name) ?? []),
      ),
    );
}
