import type { Outcome } from '../../deal/deal';
import type { SurveyedColumn } from '../../deal/mapping';
import type { Page } from '../adapter';
import type { Steps } from '../dom/in-slices';
import type { SurveyedView } from '../surveyed-view';
import { parseOutcome } from '../parse/parse-outcome';
import { dealTables } from './deal-tables';
import { findCards } from './board/find-cards';
import { boardOf } from './board/board-columns';
import { gridsOf } from './grids';
import { guessColumns } from './guess-columns';
import { rootOf } from './root-of';
import { shownAt } from './shown';
import { tablesIn, type Column, type Table } from './table';
import { columnKeys, taughtList, taughtTable, viewName } from './taught';

const mostValues = 30;
const mostRows = 500;

/**
 * What was understood of the list that is open, whether or not it was found to list deals: the one that does, else the
 * largest. `undefined`: the page has no list.
 */
export function* surveyList(page: Page): Steps<SurveyedView | undefined> {
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  const found = tables.length > 0 ? [] : yield* findCards(root, page.url);
  const all = tables.length > 0 || boardOf(found) !== undefined ? tables : yield* gridsOf(found);
  const [deals] = yield* dealTables(page, all);
  const table = deals?.table ?? largest(all);
  if (table === undefined) return undefined;
  const taught = taughtTable(table.columns, taughtList(page));
  const { known, contested } = guessColumns(table.columns);
  const columns: SurveyedColumn[] = [];
  const keys = columnKeys(table.columns);
  for (const [nth, column] of table.columns.entries()) {
    const key = keys[nth] ?? '';
    const guess = known.get(column);
    const said = taught?.columns[key];
    columns.push({
      key,
      heading: column.heading || (column.machineName ?? ''),
      field: said === undefined ? (guess?.field ?? null) : said,
      by:
        said !== undefined
          ? 'taught'
          : guess === undefined
            ? 'unknown'
            : guess.confidence > 0.8 && !contested.includes(guess.field)
              ? 'sure'
              : 'unsure',
      values: yield* valuesOf(table, column),
    });
  }
  const stages = columns.find(({ field }) => field === 'stage')?.values ?? [];
  return {
    places: new Map(table.columns.map(({ at }, nth) => [keys[nth] ?? '', placesAt(table, at)])),
    survey: {
      tenant: page.url.host,
      view: viewName(page, 'list'),
      columns,
      outcomes: outcomesOf(stages, taught?.stages ?? []),
      isTaught: taught !== undefined,
      isChanged:
        taught !== undefined &&
        (keys.some((key) => !Object.hasOwn(taught.columns, key)) ||
          Object.entries(taught.columns).some(([key, field]) => field !== null && !keys.includes(key))),
    },
  };
}

function outcomesOf(
  stages: readonly string[],
  taught: readonly { readonly name: string; readonly outcome: Outcome | null }[],
): Record<string, Outcome> {
  const said = new Map(taught.map(({ name, outcome }) => [name, outcome]));
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const told = said.get(stage);
      const outcome = told === undefined ? parseOutcome(stage) : told;
      return !outcome ? [] : [[stage, outcome]];
    }),
  );
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
