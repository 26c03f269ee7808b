import { closestDeep } from '../dom/deep-query';
import { textOf } from '../dom/text-of';
import { asWords } from './as-words';
import { fieldOfHeading } from './field-of-heading';
import { aside, isUnderOther, type Pair } from './pairs';
import { shownAt } from './shown';

const inLists = `${aside},table,[role=table],[role=grid],ul,ol`;

/**
 * Values that the markup names and no label does. What stands right before and after one may be a label that we do not
 * know: then the value is something else.
 */
export function namedPlaces(root: Element, pairs: readonly Pair[]): Pair[] {
  return [...root.querySelectorAll('[data-field]')].flatMap((value) => {
    const machineName = value.getAttribute('data-field') ?? '';
    const field = fieldOfHeading(asWords(machineName))?.field;
    // What holds more than its text may hold a label.
    if (field === undefined || shownAt(value).raw === undefined || closestDeep(value, inLists) !== null)
      return [];
    const isFree = [value.previousElementSibling, value.nextElementSibling].every(
      (beside) =>
        beside === null ||
        beside.hasAttribute('data-field') ||
        ['', field].includes(fieldOfHeading(textOf(beside))?.field ?? textOf(beside)),
    );
    const isLabelled = pairs.some((pair) => pair.value.contains(value) || value.contains(pair.value));
    return isLabelled || !isFree || isUnderOther({ value })
      ? []
      : { heading: '', machineName, label: value, value };
  });
}
