import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { dealProperties } from './fields';
import { scopeOf } from './scope';
import { dealUrl } from './urls';

// All of facts.md 2.2: a cell names the property and the deal.
const cellKey = /^cell-0-3-(.+)-(\d+)$/;
const headKey = /^header-(?:0-3-)?(.+)$/;

/** The table of deals. */
export function* readTable({ document, url }: Page): Steps<Found<PlacedRows>> {
  const table = document.querySelector(
    '[data-test-id=framework-data-table],[data-test-id=crm-object-table],table[role=grid]',
  );
  if (table === null) return 'loading';
  const rows: PlacedRow[] = [];
  for (const row of table.querySelectorAll('tr[data-test-id^="row-"]')) {
    yield;
    const placed = rowOf(row, url);
    if (placed === undefined) return 'unknown';
    rows.push(placed);
  }
  const headings = headingsOf(table);
  if (rows.length === 0 && headings.size === 0) return 'loading';
  return { element: table, rows: splitStages(rows), headings, ...scopeOf(url) };
}

function rowOf(row: Element, url: URL): PlacedRow | undefined {
  const id = /^row-(\d+)$/.exec(row.getAttribute('data-test-id') ?? '')?.[1];
  const places = new Map<PlacedField, Place>();
  for (const cell of row.querySelectorAll('[data-table-external-id]')) {
    const [, property = '', of] = cellKey.exec(cell.getAttribute('data-table-external-id') ?? '') ?? [];
    const field = Object.hasOwn(dealProperties, property) ? dealProperties[property] : undefined;
    // The cell of another deal in this row: the page is building it.
    if (of !== undefined && of !== id) return undefined;
    if (field !== undefined)
      places.set(
        field,
        field === 'name' ? (cell.querySelector('[data-test-id=truncated-object-label]') ?? cell) : cell,
      );
  }
  return id === undefined || !places.has('name')
    ? undefined
    : { element: row, id, url: dealUrl(url, id), places };
}

function headingsOf(table: Element): Map<PlacedField, string> {
  const headings = new Map<PlacedField, string>();
  for (const head of table.querySelectorAll('th[data-table-external-id]')) {
    const property = headKey.exec(head.getAttribute('data-table-external-id') ?? '')?.[1] ?? '';
    const field = Object.hasOwn(dealProperties, property) ? dealProperties[property] : undefined;
    if (field !== undefined) headings.set(field, textOf(head));
  }
  return headings;
}

/** `Contract sent (Sales pipeline)`: a table of several pipelines says both; where all rows do, they are taken apart. */
function splitStages(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const both = rows.map(({ places }) => {
    const stage = places.get('stage');
    const text = stage === undefined || typeof stage === 'string' ? '' : textOf(stage);
    return /^(.+?) \(([^()]+)\)$/.exec(text);
  });
  if (!both.every(Boolean)) return rows;
  return rows.map((row, nth) => {
    const [, stage = '', pipeline = ''] = both[nth] ?? [];
    return {
      ...row,
      places: new Map<PlacedField, Place>([...row.places, ['stage', stage], ['pipeline', pipeline]]),
    };
  });
}
