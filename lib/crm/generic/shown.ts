import { isHidden } from '../dom/is-hidden';
import { linesOf } from '../dom/text-of';

/** One place on the page where a value stands, as it was found. */
export interface Shown {
  readonly lines: readonly string[];
  /** The value stands in a field that the user can change now: what it holds may not be saved. */
  readonly isEdited: boolean;
  /** No text, but a picture, a bar or hidden text: what is shown cannot be read, which is not "empty". */
  readonly isPicture: boolean;
  /** `datetime` of the only `<time>` in it. */
  readonly machineTime?: string;
  /** Values that the markup carries for sorting and scripts; they only ever settle a doubt. */
  readonly machineValues: readonly string[];
}

const machineNames = ['value', 'data-value', 'data-sort', 'data-sort-value', 'data-order', 'data-raw'];
const controls =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),select,textarea,[contenteditable=true],[role=combobox],[role=textbox],[role=spinbutton]';

const pictures = 'img,svg,progress,meter,canvas,[role=img],[role=progressbar],[title],[aria-label]';

/** Reads what stands at one place. Fields that cannot be edited (disabled, read-only) give their value as text. */
export function shownAt(element: Element): Shown {
  const fields = [
    ...(element.matches(controls) ? [element] : []),
    ...element.querySelectorAll(controls),
  ].filter((field) => !isHidden(field));
  const fixed = fields.filter(isFixed);
  const lines = [...linesOf(element), ...fixed.map(valueOf).filter((text) => text !== '')];
  const times = element.querySelectorAll('time[datetime]');
  const machineTime = times.length === 1 ? times[0]?.getAttribute('datetime')?.trim() : undefined;
  return {
    lines,
    isEdited: fields.length > fixed.length,
    isPicture:
      lines.length === 0 &&
      (element.querySelector(pictures) !== null || (element.textContent ?? '').trim() !== ''),
    ...(machineTime === undefined ? {} : { machineTime }),
    machineValues: machineValuesOf(element),
  };
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
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim();
  // A textbox of other elements has its text among the lines already.
  return '';
}

function machineValuesOf(element: Element): string[] {
  const places = [
    element,
    ...element.querySelectorAll(
      'data[value],[data-value],[data-sort],[data-sort-value],[data-order],[data-raw]',
    ),
  ];
  return places
    .slice(0, 5)
    .flatMap((place) =>
      machineNames.flatMap((name) =>
        name === 'value' && place.tagName !== 'DATA' ? [] : (place.getAttribute(name) ?? []),
      ),
    );
}
