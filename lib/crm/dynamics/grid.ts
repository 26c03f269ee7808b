import type { Page } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Place, PlacedField, PlacedRow, PlacedRows } from '../layout';
import { shareHeading } from '../share-heading';
import { opportunityColumns } from './fields';
import { guidIn, opportunityUrl } from './urls';

// All of facts.md 4.2: the grid names a cell's column; rows and columns that are scrolled away are not there.
const grid = '[data-id=entity_control-powerapps_onegrid_control_container]';
const row = '[role=row][row-index]';
export const gridSigns = [
  grid,
  '[data-id=data-set-body-container],[data-id=grid-container]',
  `${grid} [role=columnheader][col-id]`,
  `${grid} ${row}`,
  `${grid} [role=gridcell][col-id]`,
  `${grid} a[href*="etn=opportunity"]`,
];

/** The grid of opportunities. */
export function* readGrid({ document, url }: Page): Steps<Found<PlacedRows>> {
  const element = inFront([...document.querySelectorAll(grid)]);
  if (element === undefined) return 'loading';
  const headings = new Map<PlacedField, string>();
  for (const head of element.querySelectorAll('[role=columnheader][col-id]')) {
    const field = fieldOf(head);
    if (field !== undefined) headings.set(field, shareHeading(field, textOf(head)));
  }
  // Its columns come before its rows.
  if (headings.size === 0) return 'loading';
  const parts = new Map<string, Element[]>();
  for (const part of element.querySelectorAll(row)) {
    yield;
    const at = part.getAttribute('row-index') ?? '';
    parts.set(at, [...(parts.get(at) ?? []), part]);
  }
  const rows: PlacedRow[] = [];
  for (const all of parts.values()) {
    yield;
    const placed = rowOf(all, url);
    if (placed === 'empty') continue;
    if (placed === undefined) return 'unknown';
    rows.push(placed);
  }
  const scope = url.searchParams.get('viewid') ?? undefined;
  return { element, rows, headings, ...(scope === undefined ? {} : { scope }) };
}

/** One row, whose columns that stay put may lie in an element of their own. */
function rowOf(parts: readonly Element[], url: URL): PlacedRow | 'empty' | undefined {
  const places = new Map<PlacedField, Place>();
  const ids = new Set(parts.flatMap((part) => guidIn(part.getAttribute('row-id')) ?? []));
  for (const cell of parts.flatMap((part) => [...part.querySelectorAll('[role=gridcell][col-id]')])) {
    const field = fieldOf(cell);
    if (field === undefined || places.has(field)) continue;
    places.set(field, cell);
    const link = field === 'name' ? cell.querySelector('a[href]') : null;
    const linked = link === null ? undefined : linkedId(link.getAttribute('href') ?? '', url);
    if (linked !== undefined) ids.add(linked);
  }
  const [element, ...rest] = parts;
  if (element === undefined || places.size === 0) return 'empty';
  const [id] = ids;
  // The name may be scrolled away; without it and without an id it is nobody's row.
  if (ids.size > 1 || (id === undefined && !places.has('name'))) return undefined;
  const identity = id === undefined ? {} : { id, url: opportunityUrl(url, id) };
  return { element, rest, places, ...identity };
}

function linkedId(href: string, base: URL): string | undefined {
  const target = URL.canParse(href, base) ? new URL(href, base).searchParams : new URLSearchParams();
  return target.get('etn') === 'opportunity' ? guidIn(target.get('id')) : undefined;
}

function fieldOf(cell: Element): PlacedField | undefined {
  return opportunityColumns.get(cell.getAttribute('col-id') ?? '');
}
