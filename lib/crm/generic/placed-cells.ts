import type { PlacedValue } from '../layout';
import { decideCells, type RecordCells } from './record-cells';
import { shownAt, shownText, type Shown } from './shown';

/** The values of a record whose places are known. */
export function cellsOfPlaces(values: readonly PlacedValue[], language: string): RecordCells {
  const found = values.map(({ field, heading, place, isSaved }) => ({
    field,
    heading,
    shown: typeof place === 'string' ? shownText(place) : settled(place, isSaved),
  }));
  return { cells: decideCells(found, [], language), contested: [] };
}

/** What stands in a field, where the page says itself whether that is saved: of what is being typed it says so afterwards. */
function settled(place: Element, isSaved: boolean | undefined): Shown {
  const shown = shownAt(place);
  if (isSaved === undefined || !shown.isField) return shown;
  const { isField: _, ...rest } = shown;
  const isTyping = shown.isEdited && place.contains(place.ownerDocument.activeElement);
  return isSaved ? { ...rest, isEdited: isTyping } : { ...shown, isEdited: true };
}
