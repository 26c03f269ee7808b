import type { Page } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { isEmptyText } from '../parse/is-empty-text';
import { dealProperties } from './fields';
import { scopeOf } from './scope';
import { dealUrl } from './urls';

// All of facts.md 2.2: a cell names the property and the deal.
const cellKey = /^cell-0-3-(.+)-(\d+)$/;
const headKey = /^header-(?:0-3-)?(.+)$/;
const tables = '[data-test-id=framework-data-table],[data-test-id=crm-object-table],table[role=grid]';
const keyed = '[data-table-external-id]';
export const tableSigns = [
  tables,
  'tr[data-test-id^="row-"]',
  'td[data-table-external-id]',
  'th[data-table-external-id]',
];

/** The table of deals. */
export function* readTable({ document, url }: Page): Steps<Found<PlacedRows>> {
  const found = [...document.querySelectorAll(tables)].filter((one) => one.querySelector(keyed) !== null);
  const table = inFront(found);
  if (table === undefined) return 'loading';
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
  for (const cell of row.querySelectorAll(keyed)) {
    const [, property = '', of] = cellKey.exec(cell.getAttribute('data-table-external-id') ?? '') ?? [];
    const field = dealProperties.get(property);
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
    const field = dealProperties.get(property);
    if (field !== undefined) headings.set(field, textOf(head));
  }
  return headings;
}

/**
 * `Contract sent (Sales pipeline)`: a table of several pipelines says both; where every stage does, they are taken apart.
 * A pipeline in a column of its own must be the same: else the stage is called so.
 */
function splitStages(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const both = rows.map(({ places }) => /^(.+?) \(([^()]+)\)$/.exec(textAt(places, 'stage')));
  const areBoth = rows.every(({ places }, nth) => {
    const stated = textAt(places, 'pipeline');
    const [, , pipeline] = both[nth] ?? [];
    if (pipeline === undefined) return isEmptyText(textAt(places, 'stage'));
    return stated === '' || stated === pipeline;
  });
  if (!areBoth) return rows;
  return rows.map((row, nth) => {
    const [, stage = '', pipeline = ''] = both[nth] ?? [];
    if (stage === '') return row;
    return {
      ...row,
      places: new Map<PlacedField, Place>([...row.places, ['stage', stage], ['pipeline', pipeline]]),
    };
  });
}

function textAt(places: ReadonlyMap<PlacedField, Place>, field: PlacedField): string {
  const place = places.get(field);
  return place === undefined || typeof place === 'string' ? '' : textOf(place);
}
