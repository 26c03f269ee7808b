import { closestDeep } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { asWords } from './as-words';
import { fieldOfHeading } from './field-of-heading';
import type { GenericField } from './fields';
import { aside, isUnderOther, type Pair } from './pairs';
import { shownAt } from './shown';

const inLists = `${aside},table,[role=table],[role=grid],ul,ol`;

/** Places below `root` that the markup names a field of, outside lists. In steps: grids name each of their cells. */
export function* placesNamed(root: Element): Steps<readonly Element[]> {
  const found: Element[] = [];
  for (const [nth, place] of root.querySelectorAll('[data-field]').entries()) {
    if (nth % 20 === 0) yield;
    if (fieldNamed(place) !== undefined && closestDeep(place, inLists) === null) found.push(place);
  }
  return found;
}

/**
 * Values that the markup names and no label does. What stands right before and after one may be a label that we do not
 * know: then the value is something else.
 */
export function namedPlaces(places: readonly Element[], pairs: readonly Pair[]): Pair[] {
  return places.flatMap((value) => {
    const field = fieldNamed(value);
    // What holds more than its text may hold a label.
    if (!value.isConnected || field === undefined || shownAt(value).raw === undefined) return [];
    const isFree = [value.previousElementSibling, value.nextElementSibling].every(
      (beside) =>
        beside === null ||
        beside.hasAttribute('data-field') ||
        ['', field].includes(fieldOfHeading(textOf(beside))?.field ?? textOf(beside)),
    );
    const isLabelled = pairs.some((pair) => pair.value.contains(value) || value.contains(pair.value));
    const machineName = value.getAttribute('data-field') ?? '';
    return isLabelled || !isFree || isUnderOther({ value })
      ? []
      : { heading: '', machineName, label: value, value };
  });
}

function fieldNamed(place: Element): GenericField | undefined {
  return fieldOfHeading(asWords(place.getAttribute('data-field') ?? ''))?.field;
}
