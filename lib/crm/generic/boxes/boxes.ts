import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { Boxes } from '../boxes';
import { dealTables, type DealBoard, type DealTable } from '../deal-tables';
import { boardOf, pileOf } from './board-columns';
import { dealBoard } from './deal-board';
import { areRowsOfGrid } from './are-rows-of-grid';
import { findCards, type Card } from './find-cards';
import { withChosenParts } from './cell-parts';
import { gridsIn } from './grids';
import { looseLists } from './loose-lists';
import { keyedPanes } from './keyed-panes';
import { panedTable } from './panes';
import { surveyView } from './survey';
import { taughtView } from '../taught';
import { taughtBoard } from './taught-board';

/** Boards and lists of plain boxes, and what the user is asked about a page: the script `boxes` brings them. */
export const boxes: Boxes = {
  deals,
  parted: withChosenParts,
  *taughtLists(page, root) {
    return yield* taughtLists(page, root, yield* findCards(root, page.url));
  },
  *taughtBoard(page, root) {
    const found = yield* findCards(root, page.url);
    const board = boardOf(found) ?? pileOf(found);
    return board && (yield* taughtBoard(page, { found, board }));
  },
  survey: surveyView,
};

function* deals(page: Page, root: Element): Steps<DealBoard | readonly DealTable[] | undefined> {
  const paned = (yield* panedTable(root, page.url)) ?? (yield* keyedPanes(root, page.url));
  const whole = paned === undefined ? [] : yield* dealTables(page, [paned]);
  if (whole.length > 0) return whole;
  const found = yield* findCards(root, page.url);
  const board = (yield* areRowsOfGrid(found)) ? undefined : boardOf(found);
  yield;
  // What is another board than the one that was taught is not guessed: it may show what the user said is no amount.
  if (board !== undefined)
    return yield* taughtView(page, 'board') === undefined
      ? dealBoard(page, { found, board })
      : taughtBoard(page, { found, board });
  const taught = yield* taughtLists(page, root, found);
  if (taught.length > 0) return taught;
  const listed = yield* dealTables(page, yield* gridsIn(root, found));
  if (listed.length > 0) return listed;
  const pile = taughtView(page, 'board') && pileOf(found);
  return pile && (yield* taughtBoard(page, { found, board: pile }));
}

/** By what marks their deals, or by their shape, whichever finds more. */
function* taughtLists(page: Page, root: Element, found: readonly Card[]): Steps<readonly DealTable[]> {
  if (taughtView(page, 'list') === undefined) return [];
  const ways: (readonly DealTable[])[] = [];
  for (const tables of [yield* gridsIn(root, found), yield* looseLists(root)]) {
    const listed = yield* dealTables(page, yield* withChosenParts(page, tables));
    ways.push(listed.filter(({ outcomes }) => outcomes !== undefined));
  }
  const size = (listed: readonly DealTable[]) =>
    listed.reduce((sum, { table }) => sum + table.rows.length, 0);
  return ways.toSorted((a, b) => size(b) - size(a))[0] ?? [];
}
