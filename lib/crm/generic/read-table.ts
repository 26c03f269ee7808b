import type { AnchoredRead, Page, ReadProblem } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { showsText, textOf } from '../dom/text-of';
import { touchCount, type TouchCount } from '../dom/touches';
import { learnNames } from '../parse/learn-names';
import { cellContext } from './cell-context';
import { addShown, decideColumns, draftColumns, type ColumnDraft, type DecidedColumn } from './column-drafts';
import { dealFromCells, type DealContext, type DealFromCells } from './deal-from-cells';
import type { DealTable } from './deal-tables';
import { fullerShown } from './fuller-shown';
import { kindOfRow } from './kind-of-row';
import type { Cell } from './read-values';
import { reachesDown } from './reaches-down';
import { rowIds, type RowIdentity } from './row-ids';
import { shownAt, type Shown } from './shown';
import type { Row } from './table';
import { hasBareMoney, hasUnclearMoney } from './unclear-money';
import { withoutHeading } from './without-heading';

/** What a page's tables are read into. */
export interface TablesRead {
  readonly deals: AnchoredRead[];
  readonly problems: ReadProblem[];
  /** Rows were left out because they changed meanwhile. */
  isPatchy: boolean;
}

interface NamedRow {
  readonly row: Row;
  readonly identity: RowIdentity;
  /** What it is called where it has neither name nor id: `row 7`. */
  readonly label: string;
}

/** What was made of a row at the last look, and of what: the same is made of the same, so it is not made again. */
interface KnownRow {
  readonly shown: readonly (Shown | undefined)[];
  readonly identity: RowIdentity;
  readonly label: string;
  readonly conventions: string;
  readonly made: DealFromCells;
}

/**
 * By table, then by row. Rows are held as long as their table is, until it is read again: to find out in thousands of weak
 * entries which of them still live makes the browser's collections long.
 */
const knownTables = new WeakMap<Element, Map<Element, KnownRow>>();

/** Reads one table, row by row. Rows that have gone or changed meanwhile are left out. */
export function* readTable(
  page: Page,
  deal: DealTable,
  into: TablesRead & { readonly isOpenView: boolean },
): Steps<void> {
  const { isOpenView, deals, problems } = into;
  yield* learnNames();
  const rows = yield* wholeRows(page, deal, problems);
  const context = {
    ...cellContext(page, deal.table.element),
    at: page.now,
    isOpenView,
    outcomes: deal.outcomes,
  };
  const drafts = draftColumns(deal, context.language);
  const knownRows = knownTables.get(deal.table.element) ?? new Map<Element, KnownRow>();
  knownTables.set(deal.table.element, knownRows);
  const touches = touchCount(page.document);
  const read: NamedRow[] = [];
  for (const named of rows) {
    yield;
    if (!isAsFound(named.row)) {
      into.isPatchy = true;
      continue;
    }
    read.push(named);
    const before = knownRows.get(named.row.element)?.shown;
    drafts.forEach((draft, nth) => {
      const fixed = named.row.fixed?.get(draft.at);
      const place = draft.isTelling ? placeIn(named, draft.at, deal.nameAt) : undefined;
      addShown(draft, fixed ?? (place && ifSaved(shownIn(place, draft, before?.[nth]), touches)));
    });
  }
  const columns = decideColumns(drafts, context.language);
  const conventions = conventionsOf(columns, context);
  for (const [nth, named] of read.entries()) {
    yield;
    const shown = columns.map((column) => (column.field === undefined ? undefined : column.shown[nth]));
    const known = knownRows.get(named.row.element);
    const { label, identity } = named;
    const { element, raw } = named.row;
    const isKnown = known !== undefined && isSameRow(known, { ...named, shown, conventions });
    const made = isKnown
      ? known.made
      : dealFromCells(cellsOf(columns, nth), identity, { ...context, row: label });
    if (!isKnown) knownRows.set(element, { shown, identity, label, conventions, made });
    deals.push({ read: { ...made.read, at: page.now }, anchor: element, text: raw });
    problems.push(...made.problems);
  }
  forget(knownRows, read);
  const doubts = new Set([...deal.contested, ...(isAmountUnclear(deal) ? (['amount'] as const) : [])]);
  for (const one of doubts) {
    const field = one === 'status' ? 'stage' : one;
    if (field === 'amount' || field === 'closeOn' || field === 'stage' || field === 'owner')
      problems.push({ code: 'layout-unknown', row: 'headings', field });
  }
}

/** Money stands there, and none of it is known to be the deals' amount. */
function isAmountUnclear({ table, known, nameAt }: DealTable): boolean {
  const fields = new Set([...known.values()].map(({ field }) => field));
  if (fields.has('amount') || fields.has('mrr') || fields.has('arr')) return false;
  const isKnown = (at: number) => known.has(at) || at === nameAt;
  return hasUnclearMoney(table, isKnown) || hasBareMoney(table, isKnown);
}

/** In a list, too, what stands in fields counts until somebody has touched the page: rows may be drawn anew meanwhile. */
function ifSaved(shown: Shown, { edits, clicks }: TouchCount): Shown {
  return shown.isField && edits + clicks > 0 ? { ...shown, isEdited: true } : shown;
}

/** Lets go of rows that a table no longer has. */
function forget(known: Map<Element, KnownRow>, read: readonly NamedRow[]): void {
  if (known.size <= read.length) return;
  const there = new Set(read.map(({ row }) => row.element));
  for (const element of known.keys()) if (!there.has(element)) known.delete(element);
}

/** The rows that are deals; those that may be are reported. */
function* wholeRows(
  page: Page,
  { table, nameAt }: DealTable,
  problems: ReadProblem[],
): Steps<readonly NamedRow[]> {
  const filled = table.rows.filter(({ text }) => text !== '');
  // The link that tells the deal may lie around the name's place, or beside it in the same cell.
  const nameIn = table.columns.find(({ at }) => at === nameAt)?.part?.of ?? nameAt;
  const ids = yield* rowIds(filled, nameIn, page.url);
  const hasIds = ids.some(({ id }) => id !== undefined);
  const whole: NamedRow[] = [];
  for (const [nth, row] of filled.entries()) {
    yield;
    const identity = ids[nth] ?? {};
    const label = `row ${nth + 1}`;
    const kind = identity.id === undefined ? kindOfRow(row, nameAt) : 'deal';
    if (kind === 'sum' || kind === 'heading') continue;
    if (kind === 'deal' && row.isWhole && (identity.id !== undefined || !(hasIds || row.isCompleted)))
      whole.push({ row, identity, label });
    // Where other rows have ids, one without may be a sum under a name that we do not know; below a cell that reaches down
    // it may say more of the deal above.
    else problems.push({ code: 'row-unreadable', row: nameOf(row, nameAt) || label });
  }
  return whole;
}

function nameOf({ cells }: Row, nameAt: number): string {
  const cell = cells.get(nameAt);
  return cell === undefined ? '' : textOf(cell).slice(0, 200);
}

/**
 * Whether a row is what it was when it was found and named. Frameworks empty what they take off the page, and give rows
 * to other deals: an id of one moment must not be joined to values of another.
 */
function isAsFound({ parts, cells }: Row): boolean {
  for (const { element, raw } of parts) if (!element.isConnected || element.textContent !== raw) return false;
  for (const cell of cells.values()) if (!cell.isConnected) return false;
  return true;
}

/** Where a row's value of a column stands. */
function placeIn({ row, identity }: NamedRow, at: number, nameAt: number): Element | undefined {
  const cell = row.cells.get(at);
  if (at !== nameAt) return cell;
  // The link's own text is the name; beside it there may be tags and buttons, or another line.
  const { link } = identity;
  if (link !== undefined) return cell?.contains(link) === true ? link : cell;
  const links = [...(cell?.querySelectorAll('a[href]') ?? [])].filter(showsText);
  return links.length === 1 ? links[0] : cell;
}

/** What a cell shows. For narrow screens some repeat the heading in every cell, in an element of its own. */
function shownIn(place: Element, { heading, field }: ColumnDraft, before: Shown | undefined): Shown {
  const all = fullerShown(field, place, shownAt(place, before));
  const shown = reachesDown(place) ? { ...all, isShared: true as const } : all;
  const { firstElementChild: first } = place;
  const isRepeated = shown.raw === undefined && first !== null && heading !== '' && textOf(first) === heading;
  return isRepeated && first.nextSibling !== null ? withoutHeading(shown, heading) : shown;
}

function cellsOf(columns: readonly DecidedColumn[], nth: number): Cell[] {
  return columns.flatMap(({ field, heading, shown, decimalSign, dateOrder }) => {
    const at = shown[nth];
    return field === undefined || at === undefined
      ? []
      : { field, heading, shown: at, decimalSign, dateOrder };
  });
}

/** All that a row's values hang on besides the row. */
function conventionsOf(columns: readonly DecidedColumn[], context: Omit<DealContext, 'row' | 'at'>): string {
  const { language, today, zone, isOpenView, outcomes = [] } = context;
  const decided = columns.map(({ field, heading, decimalSign, dateOrder }) => [
    field,
    heading,
    decimalSign,
    dateOrder,
  ]);
  return JSON.stringify([language, today, zone, isOpenView, [...outcomes], decided]);
}

function isSameRow(
  known: KnownRow,
  { identity, label, shown, conventions }: Omit<KnownRow, 'made'>,
): boolean {
  return (
    known.conventions === conventions &&
    known.identity.id === identity.id &&
    known.identity.url === identity.url &&
    // The label is what a row without a name is called.
    (known.label === label ||
      known.identity.id !== undefined ||
      typeof known.made.read.values.name === 'string') &&
    known.shown.length === shown.length &&
    known.shown.every((one, nth) => one === shown[nth])
  );
}
