import { textOf } from '../../dom/text-of';
import { fieldOfHeading } from '../field-of-heading';

/** No heading has more text, with all its spaces and hidden words. */
const longest = 300;

/**
 * The cells of a plain box that may be the row of headings above rows of `width` cells: as many, and most of them known; a
 * single one is bare. `undefined`: it is none.
 */
export function headCells(box: Element, width: number): readonly Element[] | undefined {
  // Its width first: to ask every box of a page for its text takes long.
  if (box.childElementCount !== (width === 1 ? 0 : width)) return undefined;
  if ((box.textContent ?? '').length > longest) return undefined;
  const cells = width === 1 ? [box] : [...box.children];
  const known = cells.filter((cell) => fieldOfHeading(textOf(cell)) !== undefined);
  return known.length * 2 > width ? cells : undefined;
}
