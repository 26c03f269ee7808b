import type { PlacedValue } from '../layout';
import { decideCells, type RecordCells } from './record-cells';
import { shownAt, shownText, type Shown } from './shown';

/** The values of a record whose places are known. */
export function cellsOfPlaces(values: readonly PlacedValue[], language: string): RecordCells {
  const found = values.map(({ field, heading, place, isSaved }) => ({
    field,
    heading,
    shown: typeof place === 'string' ? shownText(place) : settled(shownAt(place), isSaved),
  }));
  return { cells: decideCells(found, [], language), contested: [] };
}

/** What stands in a field, where the page says itself whether that is saved. */
function settled(shown: Shown, isSaved: boolean | undefined): Shown {
  if (isSaved === undefined || !shown.isField) return shown;
  const { isField: _, ...rest } = shown;
  return isSaved ? { ...rest, isEdited: false } : { ...shown, isEdited: true };
}
