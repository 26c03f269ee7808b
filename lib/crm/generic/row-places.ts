import { cellTags, tables } from './row-cells';

/** Where a row stands in a table. */
export interface Place {
  /** The row belongs to the table itself, not to one within it. */
  readonly isOwn: boolean;
  readonly part: 'head' | 'foot' | 'body';
}

/**
 * Where a row stands: asked once of each parent that rows have.
 *
 * @param isOfTables Each row is a table of its own, which only draws it.
 */
export function placesOf(table: Element, isOfTables: boolean): (row: Element) => Place {
  const known = new Map<Element | null, Place>();
  return ({ parentElement: parent }) => {
    const had = known.get(parent);
    if (had !== undefined) return had;
    const part = parent?.closest('thead,tfoot')?.tagName.toLowerCase();
    const place: Place = {
      isOwn: (isOfTables ? drawnIn(parent) : parent?.closest(tables)) === table,
      part: part === 'thead' ? 'head' : part === 'tfoot' ? 'foot' : 'body',
    };
    known.set(parent, place);
    return place;
  };
}

/** The table around those that only draw its rows. */
function drawnIn(place: Element | null): Element | null | undefined {
  const around = place?.closest(tables);
  return around?.matches('table[role=presentation],table[role=none]') === true
    ? around.parentElement?.closest(`${tables},${cellTags}`)
    : around;
}
