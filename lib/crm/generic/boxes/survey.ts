import type { SurveyedColumn } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { SurveyedView } from '../../surveyed-view';
import { dealTables } from '../deal-tables';
import { findCards } from './find-cards';
import { withAllParts } from './cell-parts';
import { boardOf, pileOf } from './board-columns';
import { dealBoard } from './deal-board';
import { gridsIn } from './grids';
import { looseLists } from './loose-lists';
import { guessColumns } from '../guess-columns';
import { dealRecord } from '../read-record';
import { recordOf } from '../record-of';
import { rootOf } from '../root-of';
import { tablesIn, type Table } from '../table';
import { areRowsOfGrid } from './are-rows-of-grid';
import { surveyBoard } from './survey-board';
import { surveyRecord } from './survey-record';
import { placesAt, surveyed, surveyedBy, valuesOf } from './surveyed';
import { columnKeys, PART_SIGN, taughtTable, taughtView } from '../taught';

/**
 * What was understood of the view that is open, whether or not it was found to show deals: the list that does, else the
 * record that the address names, else a board, else the largest list, else cards below each other. `undefined`: the page has none of them.
 */
export function* surveyView(page: Page): Steps<SurveyedView | undefined> {
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  const found = yield* findCards(root, page.url);
  const board = (yield* areRowsOfGrid(found)) ? undefined : boardOf(found);
  const all = tables.length > 0 || board !== undefined ? tables : yield* gridsIn(root, found);
  const [deals] = yield* dealTables(page, all);
  const isList = deals !== undefined && recordOf(page) === undefined;
  // The address of a board may have an id, too.
  const isBoard =
    board !== undefined &&
    (yield* dealRecord(page)) === undefined &&
    (yield* dealBoard(page, { found, board })) !== undefined;
  const record = isList || isBoard ? undefined : yield* surveyRecord(page);
  if (record !== undefined) return record;
  if (deals === undefined && board !== undefined) return yield* surveyBoard(page, { found, board });
  const loose = tables.length > 0 && deals !== undefined ? [] : yield* looseLists(root);
  const whole = largest(
    deals === undefined ? [...all, ...loose] : [deals.table, ...likeIn(loose, deals.table)],
  );
  const pile = pileOf(found);
  if (whole === undefined) return pile && (yield* surveyBoard(page, { found, board: pile }));
  const table = yield* withAllParts(page, whole);
  const taught = taughtTable(table.columns, taughtView(page, 'list'));
  const guesses = guessColumns(table.columns);
  const columns: SurveyedColumn[] = [];
  const keys = columnKeys(table.columns);
  for (const [nth, column] of table.columns.entries()) {
    const key = keys[nth] ?? '';
    const { part } = column;
    const headed = part === undefined ? column : (whole.columns.find(({ at }) => at === part.of) ?? column);
    columns.push({
      key,
      heading: headed.heading || (headed.machineName ?? ''),
      ...(part === undefined ? {} : { isPart: true as const }),
      ...surveyedBy(column, guesses, taught?.columns[key]),
      values: yield* valuesOf(table, column.at),
    });
  }
  const places = new Map(table.columns.map(({ at }, nth) => [keys[nth] ?? '', placesAt(table, at)]));
  const hasNew =
    taught !== undefined &&
    keys.some((key) => !key.includes(PART_SIGN) && !Object.hasOwn(taught.columns, key));
  return { places, survey: surveyed(page, 'list', { columns, taught, hasNew }) };
}

/** The same list by its shape may have more of its rows. */
function likeIn(loose: readonly Table[], { columns }: Table): readonly Table[] {
  const keys = new Set(columnKeys(columns));
  return loose.filter((table) => {
    const own = columnKeys(table.columns);
    return own.filter((key) => keys.has(key)).length * 2 > own.length;
  });
}

function largest(tables: readonly Table[]): Table | undefined {
  const sizes = tables.map(({ rows, columns }) => rows.length * columns.length);
  return tables[sizes.indexOf(Math.max(...sizes))];
}
