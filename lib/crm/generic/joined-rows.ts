import { cellsOf, type Cells } from './row-cells';
import { idName, placeName } from './row-keys';

/** A row, and its other parts where it lies in several boxes. */
export interface JoinedRow {
  readonly row: Element;
  readonly rest: readonly Element[];
}

/**
 * Rows of one number in several boxes of one table are one: columns that stay put while the others scroll have a box of
 * their own. A number alone may lie: each part lies in another box and has other columns, and whatever else says which row
 * it is of says the same. Where any row contradicts that, none is joined.
 *
 * @param isOwn Whether a row is the table's own.
 */
export function joinedRows(rows: ArrayLike<Element>, isOwn: (row: Element) => boolean): readonly JoinedRow[] {
  const byNumber = new Map<string, Element[]>();
  const all = Array.from(rows, (row) => ({ row, rest: [] as Element[] }));
  const first = all.filter(({ row, rest }) => {
    const number = row.getAttribute('aria-rowindex');
    if (number === null || !isOwn(row)) return true;
    const known = byNumber.get(number);
    if (known === undefined) byNumber.set(number, rest);
    else known.push(row);
    return known === undefined;
  });
  return first.every(areParts) ? first : all.map(({ row }) => ({ row, rest: [] }));
}

/** The cells of all parts by position. */
export function cellsOfParts({ row, rest }: JoinedRow): Cells {
  return rest.length === 0 ? cellsOf(row) : new Map([row, ...rest].flatMap((part) => [...cellsOf(part)]));
}

function areParts({ row, rest }: JoinedRow): boolean {
  if (rest.length === 0) return true;
  const parts = [row, ...rest];
  const columns = parts.flatMap((part) => [...cellsOf(part).keys()]);
  return (
    new Set(parts.map(({ parentElement }) => parentElement)).size === parts.length &&
    new Set(columns).size === columns.length &&
    rest.every((part) => agree(row, part))
  );
}

/** Of the keys and positions that both bear. */
function agree(one: Element, other: Element): boolean {
  return one
    .getAttributeNames()
    .every(
      (name) =>
        !(idName.test(name) || placeName.test(name)) ||
        !other.hasAttribute(name) ||
        other.getAttribute(name) === one.getAttribute(name),
    );
}
