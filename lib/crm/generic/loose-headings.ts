import { isHidden } from '../dom/is-hidden';
import { rowTags, type Cells } from './row-cells';

/** The headings of a grid that stand in no row: its rows are tables of their own then. `undefined`: there are none. */
export function looseHeadings(grid: Element): Cells | undefined {
  if (grid.tagName === 'TABLE') return undefined;
  const found = [...grid.querySelectorAll('[role=columnheader]')].filter((cell) => !isHidden(cell));
  return found.length < 2 || found.some((cell) => cell.closest(rowTags) !== null)
    ? undefined
    : new Map(found.entries());
}
