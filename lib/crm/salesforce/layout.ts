import type { Page, PageKind } from '../adapter';
import { isInView } from '../dom/deep-query';
import type { Layout } from '../layout';
import { boardSigns, columnClass, readBoard } from './board';
import { listSigns, readList } from './list';
import { readRecord, recordSigns } from './record';
import { salesforceTenant } from './tenant';
import { recordPath } from './urls';

/** Lightning Experience: list views, the board of a list view, and records. */
export const salesforce: Layout = {
  crm: 'salesforce',
  label: 'Salesforce',
  canSync: true,
  tenant: salesforceTenant,
  pageKind,
  root: ({ document }) => document.body,
  *rows(page, kind) {
    const scope = page.url.searchParams.get('filterName') ?? undefined;
    return kind === 'list' ? yield* readList(page, scope) : yield* readBoard(page, scope);
  },
  record: readRecord,
  addressWords: ['lightning', 'o', 'r', 'Opportunity', 'list', 'view', 'filterName'],
  signs: { list: listSigns, board: boardSigns, record: recordSigns },
};

// facts.md 1.1: a board has its list's address.
const listPath = /^\/lightning\/o\/Opportunity\/list$/;

function pageKind({ url, document }: Page): PageKind {
  if (recordPath.test(url.pathname)) return 'record';
  if (!listPath.test(url.pathname)) return 'other';
  return [...document.getElementsByClassName(columnClass)].some(isInView) ? 'board' : 'list';
}
