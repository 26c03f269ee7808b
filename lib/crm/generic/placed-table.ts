import type { PlacedField, PlacedRow, PlacedRows } from '../layout';
import type { DealTable } from './deal-tables';
import type { FieldGuess } from './field-of-heading';
import { guessColumns } from './guess-columns';
import { shownText, type Shown } from './shown';
import type { Row } from './table';

/** Rows whose places are known as the table that they are read as: a column for each field that any row has. */
export function dealTableOf({ element, rows: placed, headings }: PlacedRows): DealTable {
  const rows = placed.map(withLabelled);
  const fields = [...new Set<PlacedField>(['name', ...rows.flatMap(({ places }) => [...places.keys()])])];
  return {
    table: {
      element,
      columns: fields.map((field, at) => ({ at, heading: headings.get(field) ?? '' })),
      rows: rows.map((row) => rowOf(row, fields)),
      isBusy: element.closest('[aria-busy=true]') !== null,
    },
    known: new Map(fields.map((field, at): [number, FieldGuess] => [at, { field, confidence: 1 }])),
    nameAt: 0,
    contested: [],
  };
}

/** Labels are understood row by row: of two that name one field neither is taken. */
function withLabelled({ labelled = [], ...row }: PlacedRow): PlacedRow {
  if (labelled.length === 0) return row;
  const { known } = guessColumns(labelled.map(({ label, place }) => ({ heading: label, place })));
  const places = new Map(row.places);
  for (const [{ place }, { field }] of known) if (!places.has(field)) places.set(field, place);
  return { ...row, places };
}

function rowOf({ element, rest = [], id, url, places }: PlacedRow, fields: readonly PlacedField[]): Row {
  const raw = element.textContent ?? '';
  // A row that is drawn in shadow roots has no text that its element knows of.
  const text = raw.trim() || [...places.values()].filter((place) => typeof place === 'string').join(' ');
  const cells = new Map<number, Element>();
  const fixed = new Map<number, Shown>();
  for (const [at, field] of fields.entries()) {
    const place = places.get(field);
    if (typeof place === 'string') fixed.set(at, shownText(place));
    else if (place !== undefined) cells.set(at, place);
  }
  const identity = { ...(id === undefined ? {} : { id }), ...(url === undefined ? {} : { url }) };
  const parts = [element, ...rest].map((part) => ({ element: part, raw: part.textContent ?? '' }));
  return { element, parts, raw, text, cells, fixed, identity, isWhole: true };
}
