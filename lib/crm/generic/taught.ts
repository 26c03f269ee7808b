import type { Mapping } from '../../deal/mapping';
import type { Page } from '../adapter';
import { foldWord } from '../parse/fold-word';
import { pathWithoutIds } from './deal-id';
import type { Headed } from './guess-columns';
import type { Column } from './table';

/** The name under which a view of a page is taught. */
export function viewName(page: Page, kind: 'list'): string {
  return `${kind} ${pathWithoutIds(page.url)}`;
}

/** What the user has said of the lists under this address; `undefined`: nothing. */
export function taughtList(page: Page): Mapping | undefined {
  return page.mappings?.find(({ view }) => view === viewName(page, 'list'));
}

/**
 * What a column is known by from one visit to the next: its heading, else the machine's name for it, else its place. Places
 * hold only while there are as many columns.
 */
export function columnKey(
  { heading, machineName, at }: Headed & { readonly at: number },
  of: number,
): string {
  if (heading !== '') return foldWord(heading);
  return machineName === undefined ? `#${at + 1}/${of}` : `[${machineName}]`;
}

/** Whether a table is the one that was taught: it has the column of the names, and most of the others. */
export function isTaughtTable(columns: readonly Column[], { columns: taught }: Mapping): boolean {
  const keys = new Set(columns.map((column) => columnKey(column, columns.length)));
  const used = Object.entries(taught).filter(([, field]) => field !== null);
  const name = used.find(([, field]) => field === 'name')?.[0];
  return (
    name !== undefined && keys.has(name) && used.filter(([key]) => keys.has(key)).length * 2 > used.length
  );
}
