import { reachesDown } from './reaches-down';
import { spanOf, type Cells } from './row-cells';

interface Reaching {
  readonly cell: Element;
  /** Rows below in which it still stands. */
  readonly left: number;
}

/**
 * For the rows of one table, in their order: the cells of a row with those that reach into it from above, each at its own
 * place. Cells that state their place are left where they are.
 */
export function rowSpans(): (row: Element, cells: Cells) => Cells {
  let section: Element | null = null;
  let open: ReadonlyMap<number, Reaching> = new Map();
  return (row, cells) => {
    if (row.parentElement !== section) open = new Map();
    section = row.parentElement;
    const all = [...cells.values()];
    if (open.size === 0 && !all.some(reachesDown)) return cells;
    if (all.some((cell) => cell.hasAttribute('aria-colindex'))) return cells;
    const placed = new Map([...open].map(([at, { cell }]) => [at, cell]));
    const next = new Map(
      [...open]
        .filter(([, { left }]) => left > 1)
        .map(([at, { cell, left }]) => [at, { cell, left: left - 1 }]),
    );
    let at = 0;
    for (const cell of all) {
      while (open.has(at)) at += 1;
      placed.set(at, cell);
      if (reachesDown(cell)) next.set(at, { cell, left: Number(cell.getAttribute('rowspan')) - 1 });
      at += spanOf(cell);
    }
    open = next;
    return new Map([...placed].toSorted(([one], [other]) => one - other));
  };
}
