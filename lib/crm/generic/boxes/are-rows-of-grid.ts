import type { Steps } from '../../dom/in-slices';
import { rowTags } from '../row-cells';
import type { Card } from './find-cards';
import { areHeadedRows } from './grids';
import { headCells } from './head-cells';

/** Rows of a grid whose columns lie in several boxes look like the cards of a board: they are rows, or have headings. */
export function* areRowsOfGrid(found: readonly Card[]): Steps<boolean> {
  const byList = new Map(found.map((card) => [card.list, card.element]));
  const areRows = [...byList].some(
    ([list, row]) =>
      row.matches(rowTags) ||
      (row.childElementCount > 1 &&
        [list.firstElementChild, list.previousElementSibling].some(
          (box) => box !== null && headCells(box, row.childElementCount) !== undefined,
        )),
  );
  return areRows || (yield* areHeadedRows(found));
}
