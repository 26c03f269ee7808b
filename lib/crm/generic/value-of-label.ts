import { isHidden } from '../dom/is-hidden';
import { fields, ownText, textOf } from '../dom/text-of';
import { areAlike } from './alike';
import { fieldOfHeading } from './field-of-heading';

/** How far around a label its value may stand. */
const farthest = 3;

/**
 * Where the value of a label stands: at the place that it names, in the text right behind it (the place of both is
 * returned), or in the only place after it that shows something, beside it or beside what holds nothing else. A place that
 * shows nothing is an empty value. `undefined` where several places follow, or another label.
 */
export function valueOfLabel(label: Element): Element | undefined {
  const target = label.getAttribute('for');
  const labelled = target === null ? null : label.ownerDocument.getElementById(target);
  if (labelled !== null) return labelled;
  let at = label;
  for (let up = 0; up < farthest; up += 1) {
    const { parentElement: parent, nextElementSibling: beside, previousElementSibling: before } = at;
    if (parent === null || (before !== null && up > 0 && shows(before))) return undefined;
    if (/[^\s:]/.test(ownText(parent))) return parent.childElementCount === 1 ? parent : undefined;
    const [value, ...others] = shownAfter(at);
    if (value !== undefined) return others.length === 0 && !isLabelled(value) ? value : undefined;
    const { nextElementSibling: around } = parent;
    // Beside some labels there is an empty place for a mark of help, and the value stands around the corner.
    const isMark = beside !== null && around !== null && !areAlike(parent, around);
    // A mark or a button is no value.
    if (beside !== null && !isMark) return textOf(beside) === '' ? beside : undefined;
    at = parent;
  }
  return undefined;
}

/** What follows in the same place and shows text or a field; buttons to edit it do not count. */
function shownAfter(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.nextElementSibling; at !== null; at = at.nextElementSibling)
    if (!isHidden(at) && !at.matches('button,[role=button]') && shows(at)) found.push(at);
  return found;
}

function shows(element: Element): boolean {
  return (
    fields.has(element.tagName.toUpperCase()) ||
    // The star of a field that must be filled, or a mark of help.
    !/^[*?:]?$/.test(textOf(element)) ||
    element.querySelector('input,select,textarea') !== null
  );
}

/** A label itself, or a place that begins with one: the next field, after one without any value. */
function isLabelled(value: Element): boolean {
  let first = value;
  while (first.firstElementChild !== null) first = first.firstElementChild;
  return [value, first].some((place) => fieldOfHeading(textOf(place)) !== undefined);
}
