import type { Adapter, Page, PageKind, ReadResult } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { boardOf } from './board/board-columns';
import { dealBoard } from './board/deal-board';
import { findCards } from './board/find-cards';
import { dealIdOf } from './deal-id';
import { dealTables, type DealTable } from './deal-tables';
import { gridsIn } from './grids';
import { isLoading } from './is-loading';
import { noteShown } from './note-shown';
import { subjectOfUrl, subjectOfWords, type Subject } from './page-subject';
import { dealRecord, readRecord } from './read-record';
import { readBoard, readList } from './read-list';
import { recordOf } from './record-of';
import { leaveRecord } from './record-edits';
import { rootOf } from './root-of';
import { listsSales } from './sales-list';
import { tables } from './row-cells';
import { surveyView } from './survey';
import { tablesIn } from './table';
import { taughtView } from './taught';

/**
 * The way of a CRM that nobody named: list tables, boards and records of labelled values, understood by their headings. It says
 * it matches every web page, so it stands last among the adapters, and calls most pages `not-deals`. It is named after
 * the page's host, for it knows no product.
 */
export const generic: Adapter = {
  crm: 'generic',
  canSync: false,
  get label() {
    return typeof location === 'undefined' || location.host === '' ? 'CRM' : location.host;
  },
  matches: ({ url }) => /^https?:$/.test(url.protocol),
  tenant: ({ url }) => ({ tenant: url.host, host: url.host }),
  pageKind,
  read,
  noteShown,
  survey: surveyView,
  observe: ({ document }) => rootOf(document),
};

/** By its address, and whether there is any table. */
function pageKind(page: Page): PageKind {
  if (subjectOf(page) !== 'deals') return 'other';
  if (recordOf(page) !== undefined) return 'record';
  const root = rootOf(page.document);
  if (root.querySelector(tables) !== null) return 'list';
  return root.querySelector('[class*=kanban],[class*=board],[draggable=true]') === null ? 'other' : 'board';
}

function* read(page: Page): Steps<ReadResult> {
  if (subjectOf(page) !== 'deals') {
    if (recordOf(page) === undefined && taughtView(page, 'list') === undefined) {
      leaveRecord(page.document);
      return { kind: 'not-deals' };
    }
    return yield* readTaught(page);
  }
  const record = yield* dealRecord(page);
  if (record !== undefined) return readRecord(page, record);
  leaveRecord(page.document);
  yield;
  const root = rootOf(page.document);
  const listed = withoutCopies(yield* dealTables(page, yield* tablesIn(root)));
  if (listed.length > 0) return yield* readList(page, listed);
  // No table lists them: they lie in boxes, on a board or below each other.
  const found = yield* findCards(root, page.url);
  const board = boardOf(found);
  if (board === undefined) {
    const boxes = yield* dealTables(page, yield* gridsIn(root, found));
    if (boxes.length > 0) return yield* readList(page, boxes);
  } else {
    yield;
    const deals = yield* dealBoard(page, { found, board });
    if (deals !== undefined) return yield* readBoard(page, deals);
  }
  if (isLoading(root)) return { kind: 'not-ready' };
  // The address names a deal, and neither labels nor a table of it were understood.
  return dealIdOf(page.url) === undefined
    ? { kind: 'not-deals' }
    : { kind: 'not-deals', unknown: { kind: 'record' } };
}

/** Of a page that does not say what it is about, what the user has taught is read and nothing else. */
function* readTaught(page: Page): Steps<ReadResult> {
  const record = yield* dealRecord(page);
  if (record !== undefined) return readRecord(page, record);
  leaveRecord(page.document);
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  const all = tables.length > 0 ? tables : yield* gridsIn(root, yield* findCards(root, page.url));
  const taught = (yield* dealTables(page, all)).filter(({ outcomes }) => outcomes !== undefined);
  if (taught.length > 0) return yield* readList(page, withoutCopies(taught));
  return isLoading(root) ? { kind: 'not-ready' } : { kind: 'not-deals' };
}

/** For columns that stay put some draw the whole table again, over the first one. */
function withoutCopies(listed: readonly DealTable[]): readonly DealTable[] {
  const seen = new Set<string>();
  return listed.filter(({ table: { columns, rows } }) => {
    const key = JSON.stringify([columns.map(({ heading }) => heading), rows.map(({ raw }) => raw)]);
    return rows.length === 0 || (!seen.has(key) && seen.add(key));
  });
}

/** What the page is about: its address says, else its heading, its title or the current entry of its menu. */
function subjectOf({ document, url }: Page): Subject {
  const byUrl = subjectOfUrl(url);
  if (byUrl !== undefined) return byUrl;
  const heading = rootOf(document).querySelector('h1');
  const current = [
    ...document.querySelectorAll('nav [aria-current=page],[role=navigation] [aria-current=page]'),
  ]
    .map(textOf)
    .join(' ');
  return (
    subjectOfWords(heading === null ? '' : textOf(heading)) ??
    subjectOfWords(current) ??
    subjectOfWords(document.title) ??
    (listsSales(document) ? 'deals' : undefined)
  );
}
