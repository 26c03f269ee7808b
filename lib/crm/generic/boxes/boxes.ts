import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { Boxes } from '../boxes';
import { dealTables, type DealBoard, type DealTable } from '../deal-tables';
import { rowTags } from '../row-cells';
import { boardOf } from './board-columns';
import { dealBoard } from './deal-board';
import { findCards, type Card } from './find-cards';
import { gridsIn } from './grids';
import { headCells } from './head-cells';
import { keyedPanes } from './keyed-panes';
import { panedTable } from './panes';
import { surveyView } from './survey';

/** Boards and lists of plain boxes, and what the user is asked about a page: the script `boxes` brings them. */
export const boxes: Boxes = {
  deals,
  *lists({ url }, root) {
    return yield* gridsIn(root, yield* findCards(root, url));
  },
  survey: surveyView,
};

function* deals(page: Page, root: Element): Steps<DealBoard | readonly DealTable[] | undefined> {
  const paned = (yield* panedTable(root, page.url)) ?? (yield* keyedPanes(root, page.url));
  const whole = paned === undefined ? [] : yield* dealTables(page, [paned]);
  if (whole.length > 0) return whole;
  const found = yield* findCards(root, page.url);
  const board = areRowsOfGrid(found) ? undefined : boardOf(found);
  yield;
  if (board !== undefined) return yield* dealBoard(page, { found, board });
  const listed = yield* dealTables(page, yield* gridsIn(root, found));
  return listed.length > 0 ? listed : undefined;
}

/** Rows of a grid whose columns lie in several boxes look like the cards of a board: they are rows, or have headings. */
function areRowsOfGrid(found: readonly Card[]): boolean {
  const byList = new Map(found.map((card) => [card.list, card.element]));
  return [...byList].some(
    ([list, row]) =>
      row.matches(rowTags) ||
      (row.childElementCount > 1 &&
        [list.firstElementChild, list.previousElementSibling].some(
          (box) => box !== null && headCells(box, row.childElementCount) !== undefined,
        )),
  );
}
