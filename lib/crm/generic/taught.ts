import type { MappedField, Mapping, Survey } from '../../deal/mapping';
import type { Page } from '../adapter';
import { compareInstants } from '../../calendar/compare-instants';
import type { Outcome } from '../../deal/deal';
import { foldWord } from '../parse/fold-word';
import { pathWithoutIds } from './deal-id';
import type { Headed } from './guess-columns';
import type { Column } from './table';

/** Stands between the key of a column and that of a place in its cells. */
export const PART_SIGN = ' › ';

/** Parameters by which one address serves several modules. */
const modules = [
  'module',
  'entity',
  'etn',
  'object',
  'model',
  'resource',
  'type',
  'page',
  'r',
  'route',
  'tab',
];

/** The name under which a view of a page is taught: its address without ids, with what says which module it is. */
export function viewName(page: Pick<Page, 'url'>, kind: Survey['kind']): string {
  const { searchParams, hash } = page.url;
  const told = modules.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null || /^\d*$/.test(value) ? [] : `${name}=${value}`;
  });
  const part = /^#!?([\p{L}_.-]+)/u.exec(hash)?.[1];
  return [kind, pathWithoutIds(page.url), ...told, ...(part === undefined ? [] : [`#${part}`])]
    .join(' ')
    .slice(0, 500);
}

/** What the user has said of the lists, boards or records under this address; `undefined`: nothing. */
export function taughtView(page: Pick<Page, 'url' | 'mappings'>, kind: Survey['kind']): Mapping | undefined {
  if (page.mappings === undefined || page.mappings.length === 0) return undefined;
  const name = viewName(page, kind);
  return page.mappings.find(({ view }) => view === name);
}

/** Keys of the places in a list's cells that the user has said to be a field. */
export function chosenParts(page: Pick<Page, 'url' | 'mappings'>): readonly string[] {
  const columns = taughtView(page, 'list')?.columns ?? {};
  return Object.keys(columns).filter((key) => columns[key] && key.includes(PART_SIGN));
}

/** How the stages end that the user has named on any view of this CRM, by their text; `undefined`: none. */
export function taughtOutcomes({
  mappings = [],
}: Pick<Page, 'mappings'>): ReadonlyMap<string, Outcome> | undefined {
  const said = mappings
    .toSorted((a, b) => compareInstants(a.at, b.at))
    .flatMap(({ stages }) =>
      stages.flatMap(({ name, outcome }) => (outcome === null ? [] : [[name, outcome] as const])),
    );
  return said.length === 0 ? undefined : new Map(said);
}

/** Whether a record is such a one as was taught: most of the labels that were chosen stand on it. */
export function isTaughtRecord(keys: readonly string[], { columns: taught }: Mapping): boolean {
  const used = Object.keys(taught).filter((key) => taught[key] !== null);
  return used.filter((key) => keys.includes(key)).length * 2 > used.length;
}

/**
 * What each column is known by from one visit to the next: its heading, else the machine's name for it, else its place. The
 * second of one name has a number; places hold only while there are as many.
 */
export function columnKeys(columns: readonly (Headed & Pick<Column, 'at' | 'part'>)[]): readonly string[] {
  const seen = new Map<string, number>();
  const size = columns.filter(({ part }) => part === undefined).length;
  return columns.map(({ heading, machineName, at, part }) => {
    if (part !== undefined) return part.key;
    const name =
      heading !== ''
        ? foldWord(heading)
        : machineName === undefined
          ? `#${at + 1}/${size}`
          : `[${machineName}]`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name} (${nth})`;
  });
}

/** What was said of a table, where it is the one that was taught: it has the column of the names, and most of the others. */
export function taughtTable(columns: readonly Column[], mapping: Mapping | undefined): Mapping | undefined {
  return mapping !== undefined && isTaughtView(columnKeys(columns), mapping) ? mapping : undefined;
}

/** What was said of each column of a table; `undefined`: nothing. */
export function taughtFields(
  columns: readonly Column[],
  { columns: taught }: Mapping,
): (column: Column) => MappedField | null | undefined {
  const keys = new Map(columnKeys(columns).map((key, nth) => [columns[nth], key]));
  return (column) => taught[keys.get(column) ?? ''];
}

/** Whether a list or board with these columns is the one that was taught: it has that of the names, and most of the others. */
export function isTaughtView(all: readonly string[], { columns: taught }: Mapping): boolean {
  const keys = new Set(all);
  const used = Object.entries(taught).filter(([, field]) => field !== null);
  const name = used.find(([, field]) => field === 'name')?.[0];
  return (
    name !== undefined && keys.has(name) && used.filter(([key]) => keys.has(key)).length * 2 > used.length
  );
}
