import type { SurveyedColumn } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import type { SurveyedView } from '../../surveyed-view';
import { dealTables } from '../deal-tables';
import { findCards } from './find-cards';
import { boardOf } from './board-columns';
import { gridsIn } from './grids';
import { guessColumns } from '../guess-columns';
import { recordOf } from '../record-of';
import { rootOf } from '../root-of';
import { shownAt } from '../shown';
import { tablesIn, type Column, type Table } from '../table';
import { surveyRecord } from './survey-record';
import { surveyed, surveyedBy } from './surveyed';
import { columnKeys, taughtTable, taughtView } from '../taught';

const mostValues = 30;
const mostRows = 500;

/**
 * What was understood of the view that is open, whether or not it was found to show deals: the list that does, else the
 * record that the address names, else the largest list. `undefined`: the page has neither.
 */
export function* surveyView(page: Page): Steps<SurveyedView | undefined> {
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  const found = tables.length > 0 ? [] : yield* findCards(root, page.url);
  const all = tables.length > 0 || boardOf(found) !== undefined ? tables : yield* gridsIn(root, found);
  const [deals] = yield* dealTables(page, all);
  const record = deals === undefined || recordOf(page) !== undefined ? yield* surveyRecord(page) : undefined;
  if (record !== undefined) return record;
  const table = deals?.table ?? largest(all);
  if (table === undefined) return undefined;
  const taught = taughtTable(table.columns, taughtView(page, 'list'));
  const guesses = guessColumns(table.columns);
  const columns: SurveyedColumn[] = [];
  const keys = columnKeys(table.columns);
  for (const [nth, column] of table.columns.entries()) {
    const key = keys[nth] ?? '';
    columns.push({
      key,
      heading: column.heading || (column.machineName ?? ''),
      ...surveyedBy(column, guesses, taught?.columns[key]),
      values: yield* valuesOf(table, column),
    });
  }
  const places = new Map(table.columns.map(({ at }, nth) => [keys[nth] ?? '', placesAt(table, at)]));
  const hasNew = taught !== undefined && keys.some((key) => !Object.hasOwn(taught.columns, key));
  return { places, survey: surveyed(page, 'list', { columns, taught, hasNew }) };
}

function* valuesOf({ rows }: Table, { at }: Column): Steps<string[]> {
  const values = new Set<string>();
  for (const { cells, isWhole } of rows.slice(0, mostRows)) {
    yield;
    const cell = isWhole ? cells.get(at) : undefined;
    const text = cell === undefined ? '' : shownAt(cell).lines.join(' ').slice(0, 120);
    if (text !== '') values.add(text);
    if (values.size === mostValues) break;
  }
  return [...values];
}

function placesAt({ rows }: Table, at: number): readonly Element[] {
  return rows.flatMap(({ cells, isWhole }) => (isWhole ? (cells.get(at) ?? []) : []));
}

function largest(tables: readonly Table[]): Table | undefined {
  const sizes = tables.map(({ rows, columns }) => rows.length * columns.length);
  return tables[sizes.indexOf(Math.max(...sizes))];
}
