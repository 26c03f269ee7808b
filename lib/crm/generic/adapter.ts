import type { Adapter, Page, PageKind, ReadResult } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { showsText, textOf } from '../dom/text-of';
import type { Boxes } from './boxes';
import { dealIdOf } from './deal-id';
import { dealTables, type DealTable } from './deal-tables';
import { dealIdNames, dragIdNames, thingIdNames } from './id-attributes';
import { isLoading } from './is-loading';
import { isLeadsBesideDeals } from './leads-beside-deals';
import { noteShown } from './note-shown';
import { isVaguelyDeals, saysThings, subjectOfUrl, subjectOfWords, type Subject } from './page-subject';
import { dealRecord, readRecord } from './read-record';
import { readBoard, readList } from './read-list';
import { recordOf } from './record-of';
import { leaveRecord } from './record-edits';
import { rootOf } from './root-of';
import { listsSales } from './sales-list';
import { tables } from './row-cells';
import { tablesIn } from './table';
import { chosenParts, taughtView } from './taught';

/** What may be of a deal on a page without tables. */
const things = ['a[href]', 'li', 'article', '[role=listitem]', '[draggable=true]']
  .concat([...dealIdNames, ...thingIdNames, ...dragIdNames].map((name) => `[${name}]`))
  .join(',');

/**
 * The way of a CRM that nobody named: list tables, boards and records of labelled values, understood by their headings. It says
 * it matches every web page, so it stands last among the adapters, and calls most pages `not-deals`. It is named after
 * the page's host, for it knows no product.
 *
 * @param boxes What most pages need not: a script of its own brings it, and without it the adapter says where it is needed.
 */
export function generic(boxes?: Boxes): Adapter {
  return {
    crm: 'generic',
    canSync: false,
    get label() {
      return typeof location === 'undefined' || location.host === '' ? 'CRM' : location.host;
    },
    matches: ({ url }) => /^https?:$/.test(url.protocol),
    tenant: ({ url }) => ({ tenant: url.host, host: url.host }),
    pageKind,
    read: (page) => read(page, boxes),
    noteShown,
    ...(boxes === undefined ? { lacks: 'boxes' } : { survey: boxes.survey }),
    observe: ({ document }) => rootOf(document),
  };
}

/** By its address, and whether there is any table. */
function pageKind(page: Page): PageKind {
  if (subjectOf(page) !== 'deals') return 'other';
  if (recordOf(page) !== undefined) return 'record';
  const root = rootOf(page.document);
  if (root.querySelector(tables) !== null) return 'list';
  return root.querySelector('[class*=kanban],[class*=board],[draggable=true]') === null ? 'other' : 'board';
}

function* read(page: Page, boxes: Boxes | undefined): Steps<ReadResult> {
  if (subjectOf(page) !== 'deals') {
    if (recordOf(page) === undefined && taughtKind(page) === undefined) {
      leaveRecord(page.document);
      return { kind: 'not-deals' };
    }
    return yield* readTaught(page, boxes);
  }
  const record = yield* dealRecord(page);
  if (record !== undefined) return readRecord(page, record);
  leaveRecord(page.document);
  yield;
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  if (boxes === undefined && chosenParts(page).length > 0) return withoutBoxes(page, root);
  const parted = boxes === undefined ? tables : yield* boxes.parted(page, tables);
  const listed = withoutCopies(yield* dealTables(page, parted));
  // Headings without rows may be those of a grid whose rows lie in several boxes.
  if (listed.some(({ table }) => table.rows.length > 0)) return yield* readList(page, listed);
  // No table lists them: they lie in boxes, on a board or below each other.
  if (boxes === undefined) return withoutBoxes(page, root);
  const boxed = yield* boxes.deals(page, root);
  yield;
  if (boxed !== undefined) return yield* 'board' in boxed ? readBoard(page, boxed) : readList(page, boxed);
  if (listed.length > 0) return yield* readList(page, listed);
  if (isLoading(root)) return { kind: 'not-ready' };
  if (taughtView(page, 'board') !== undefined) return { kind: 'not-deals', unknown: { kind: 'board' } };
  // The address names a deal, and neither labels nor a table of it were understood.
  return dealIdOf(page.url) === undefined
    ? { kind: 'not-deals' }
    : { kind: 'not-deals', unknown: { kind: 'record' } };
}

/** Of a page that does not say what it is about, what the user has taught is read and nothing else. */
function* readTaught(page: Page, boxes: Boxes | undefined): Steps<ReadResult> {
  const record = yield* dealRecord(page);
  if (record !== undefined) return readRecord(page, record);
  leaveRecord(page.document);
  const root = rootOf(page.document);
  const tables = yield* tablesIn(root);
  const isBoard = taughtView(page, 'board') !== undefined;
  if ((tables.length === 0 || isBoard || chosenParts(page).length > 0) && boxes === undefined)
    return withoutBoxes(page, root);
  const board = isBoard && boxes !== undefined ? yield* boxes.taughtBoard(page, root) : undefined;
  if (board !== undefined) return yield* readBoard(page, board);
  const parted = boxes === undefined ? tables : yield* boxes.parted(page, tables);
  const inTables = (yield* dealTables(page, parted)).filter(({ outcomes }) => outcomes !== undefined);
  const isBoxed = inTables.length === 0 && taughtView(page, 'list') !== undefined;
  if (isBoxed && boxes === undefined) return withoutBoxes(page, root);
  const taught = isBoxed && boxes !== undefined ? yield* boxes.taughtLists(page, root) : inTables;
  if (taught.length > 0) return yield* readList(page, withoutCopies(taught));
  return isLoading(root) ? { kind: 'not-ready' } : { kind: 'not-deals' };
}

/**
 * What is said of a page without its boxes. An empty page says nothing yet; one that is loading is worth the script where
 * things lie on it: some say so for ever. Where the script does not come, a page that should show deals is not recognised.
 */
function withoutBoxes(page: Page, root: Element): ReadResult {
  const isVain = page.isWithoutBoxes === true;
  if (!showsText(root) || (isLoading(root) && (isVain || root.querySelector(things) === null)))
    return { kind: 'not-ready' };
  if (!isVain) return { kind: 'not-ready', needs: 'boxes' };
  const shown = pageKind(page);
  const kind = shown === 'other' ? (taughtKind(page) ?? shown) : shown;
  return kind === 'other' ? { kind: 'not-deals' } : { kind: 'not-deals', unknown: { kind } };
}

function taughtKind(page: Page): 'list' | 'board' | undefined {
  return (['list', 'board'] as const).find((kind) => taughtView(page, kind) !== undefined);
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
function subjectOf(page: Page): Subject {
  const subject = statedSubject(page);
  return subject === 'deals' && isLeadsBesideDeals(page) ? 'other' : subject;
}

function statedSubject({ document, url }: Page): Subject {
  const byUrl = subjectOfUrl(url);
  const heading = rootOf(document).querySelector('h1');
  const isOfThings = heading !== null && saysThings(textOf(heading));
  if (byUrl !== undefined) return isOfThings && isVaguelyDeals(url) ? 'other' : byUrl;
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
