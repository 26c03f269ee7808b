import type { PlacedValue } from '../layout';
import { decideCells, type RecordCells } from './record-cells';
import { shownAt, shownText } from './shown';

/** The values of a record whose places are known. */
export function cellsOfPlaces(values: readonly PlacedValue[], language: string): RecordCells {
  const found = values.map(({ field, heading, place }) => ({
    field,
    heading,
    shown: typeof place === 'string' ? shownText(place) : shownAt(place),
  }));
  return { cells: decideCells(found, [], language), contested: [] };
}
