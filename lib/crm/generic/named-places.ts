import { closestDeep } from '../dom/deep-query';
import { isHidden } from '../dom/is-hidden';
import { linesOf } from '../dom/text-of';
import { asWords } from './as-words';
import { fieldOfHeading } from './field-of-heading';
import { aside, type Pair } from './pairs';

const names = ['data-field', 'data-field-name', 'data-fieldname'];
const inLists = 'table,[role=table],[role=grid],[role=listbox],ul,ol';

/**
 * Values that the markup names and no label does. What stands right before and after one may be a label that we do not
 * know: then the value is something else.
 */
export function namedPlaces(root: Element, pairs: readonly Pair[]): Pair[] {
  return [...root.querySelectorAll(names.map((name) => `[${name}]`).join(','))].flatMap((value) => {
    const machineName = names.map((name) => value.getAttribute(name)).find(Boolean) ?? '';
    const field = fieldOfHeading(asWords(machineName))?.field;
    if (field === undefined || isHidden(value) || closestDeep(value, `${aside},${inLists}`) !== null)
      return [];
    const isFree = [value.previousElementSibling, value.nextElementSibling].every(
      (beside) => beside === null || isOf(field, beside),
    );
    const isLabelled = pairs.some((pair) => pair.value.contains(value) || value.contains(pair.value));
    if (isLabelled || !isFree || linesOf(value).length > 1 || !isAlone(value)) return [];
    return { heading: '', machineName, label: value, value };
  });
}

/** Another named value, nothing, or the label of this one. */
function isOf(field: string, beside: Element): boolean {
  if (names.some((name) => beside.hasAttribute(name))) return true;
  const text = linesOf(beside).join(' ');
  return text === '' || fieldOfHeading(text)?.field === field;
}

/** Its text stands in it at one place: no label beside it within. */
function isAlone(value: Element): boolean {
  for (let at = value; ;) {
    const { firstElementChild: inner } = at;
    if (inner === null) return true;
    if (
      at.childElementCount > 1 ||
      [...at.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && (nodeValue ?? '').trim() !== '')
    )
      return false;
    at = inner;
  }
}
