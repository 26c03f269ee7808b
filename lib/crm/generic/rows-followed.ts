import type { Row } from './table';

interface Sight {
  readonly filter: string;
  /** Rows by their link, or by their text where they have none. */
  readonly rows: ReadonlyMap<string, Element>;
}

const seen = new WeakMap<Document, Sight>();

/**
 * Whether the rows that a list shows have followed its filter. Pages mark the new tab at once and change the rows when
 * the answer arrives; in between the old rows stand there, often with one that says "Loading", and lost deals would be
 * taken for open ones for good. So after a new filter the rows count as its own only when one of the old ones has gone,
 * or all of them were drawn anew.
 *
 * @param filter the filter in force, in the page's own words
 * @returns `undefined` where no rows of another filter were looked at before: it cannot tell.
 */
export function haveRowsFollowed(
  document: Document,
  filter: string,
  rows: readonly Row[],
): boolean | undefined {
  const now: Sight = { filter, rows: new Map(rows.map((row) => [nameOf(row), row.element])) };
  const last = seen.get(document);
  const isOther = last !== undefined && last.filter !== filter && last.rows.size > 0;
  if (isOther) {
    const drawn = new Set(now.rows.values());
    const hasGone = [...last.rows.keys()].some((name) => !now.rows.has(name));
    const isDrawnAnew = [...last.rows.values()].every((element) => !drawn.has(element));
    if (!hasGone && !isDrawnAnew) return false;
  }
  seen.set(document, now);
  return isOther ? true : undefined;
}

function nameOf({ element, text }: Row): string {
  return element.querySelector('a[href]')?.getAttribute('href') ?? text;
}
