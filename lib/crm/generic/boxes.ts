import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import type { SurveyedView } from '../surveyed-view';
import type { DealBoard, DealTable } from './deal-tables';
import type { Table } from './table';

/** What the way of an unknown CRM needs for pages that show their deals in no table, and to ask the user about a page. */
export interface Boxes {
  /** The deals that lie in boxes below `root`: on a board, or below each other. `undefined`: there are none. */
  readonly deals: (page: Page, root: Element) => Steps<DealBoard | readonly DealTable[] | undefined>;
  /** The lists of plain boxes that the user has taught under this address, whatever the page is about. */
  readonly taughtLists: (page: Page, root: Element) => Steps<readonly DealTable[]>;
  /** The tables with a column for each place in their cells that the user has named. */
  readonly parted: (page: Page, tables: readonly Table[]) => Steps<readonly Table[]>;
  /** The board that the user has taught under this address, whatever the page is about. */
  readonly taughtBoard: (page: Page, root: Element) => Steps<DealBoard | undefined>;
  readonly survey: (page: Page) => Steps<SurveyedView | undefined>;
}
