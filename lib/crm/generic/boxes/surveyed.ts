import type { Outcome } from '../../../deal/deal';
import type { MappedField, Mapping, Survey, SurveyedColumn } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import { parseOutcome } from '../../parse/parse-outcome';
import type { Steps } from '../../dom/in-slices';
import type { Guesses } from '../guess-columns';
import { shownAt } from '../shown';
import type { Table } from '../table';
import { viewName } from '../taught';

/** Surer than this a heading names its field. */
const sure = 0.8;

/** What a heading was taken for, and by whose word. @param said What the user has said of it. */
export function surveyedBy<T>(
  at: T,
  { known, contested }: Guesses<T>,
  said: MappedField | null | undefined,
): Pick<SurveyedColumn, 'field' | 'by'> {
  if (said !== undefined) return { field: said, by: 'taught' };
  const guess = known.get(at);
  if (guess === undefined) return { field: null, by: 'unknown' };
  const isSure = guess.confidence > sure && !contested.includes(guess.field);
  return { field: guess.field, by: isSure ? 'sure' : 'unsure' };
}

/** A survey of these columns or labels. @param found `hasNew`: some of them were not there when it was taught. */
export function surveyed(page: Page, kind: Survey['kind'], { columns, taught, hasNew }: Found): Survey {
  const stages = columns.find(({ field }) => field === 'stage')?.values ?? [];
  const keys = columns.map(({ key }) => key);
  const isLost = ([key, field]: readonly [string, MappedField | null]) =>
    field !== null && !keys.includes(key);
  return {
    kind,
    tenant: page.url.host,
    view: viewName(page, kind),
    columns,
    outcomes: outcomesOf(stages, taught?.stages ?? []),
    isTaught: taught !== undefined,
    isChanged: hasNew || (taught !== undefined && Object.entries(taught.columns).some(isLost)),
  };
}

interface Found {
  readonly columns: readonly SurveyedColumn[];
  readonly taught: Mapping | undefined;
  readonly hasNew: boolean;
}

/** How the stages of a view end, as far as it is said or known. */
function outcomesOf(stages: readonly string[], taught: Mapping['stages']): Record<string, Outcome> {
  const said = new Map(taught.map(({ name, outcome }) => [name, outcome]));
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const told = said.get(stage);
      const outcome = told === undefined ? parseOutcome(stage) : told;
      return !outcome ? [] : [[stage, outcome]];
    }),
  );
}

const mostValues = 30;
const mostRows = 500;

/** Different texts of a column, at most thirty. */
export function* valuesOf({ rows }: Table, at: number): Steps<string[]> {
  const values = new Set<string>();
  for (const { cells, fixed, isWhole } of rows.slice(0, mostRows)) {
    yield;
    const cell = isWhole ? cells.get(at) : undefined;
    const shown = fixed?.get(at) ?? (cell === undefined ? undefined : shownAt(cell));
    const text = shown?.lines.join(' ').slice(0, 120) ?? '';
    if (text !== '') values.add(text);
    if (values.size === mostValues) break;
  }
  return [...values];
}

/** Where the values of a column stand. */
export function placesAt({ rows }: Table, at: number): readonly Element[] {
  return rows.flatMap(({ cells, isWhole }) => (isWhole ? (cells.get(at) ?? []) : []));
}
