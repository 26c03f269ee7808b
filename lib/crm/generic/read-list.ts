import type { AnchoredRead, Page, ReadProblem, ReadResult } from '../adapter';
import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { cellsOfTable } from './cells-of-table';
import { cellContext } from './cell-context';
import { dealFromCells } from './deal-from-cells';
import { pathWithoutIds } from './deal-id';
import type { DealTable } from './deal-tables';
import { isNarrowed } from './is-narrowed';
import { kindOfRow } from './kind-of-row';
import { rowIds } from './row-ids';
import { haveRowsFollowed } from './rows-followed';
import { statedTotal } from './stated-total';
import type { Row } from './table';
import { scopeOf, type Scope } from './view-scope';

type ReadPage = Extract<ReadResult, { kind: 'read' }>;

const loading =
  /^(?:loading|please wait|henter|indlaeser|vent|ladt|wird geladen|laden|chargement|cargando|laddar|hamtar|bezig|caricamento|carregando|a carregar)(?![a-z])/;

/** Reads the deals of the list tables that a page shows. */
export function readList(page: Page, tables: readonly DealTable[]): ReadResult {
  const [first] = tables;
  if (first === undefined) return { kind: 'not-deals' };
  if (tables.some(({ table }) => table.isBusy || isLoading(table.rows))) return { kind: 'not-ready' };
  const deals: AnchoredRead[] = [];
  const problems: ReadProblem[] = [];
  const scope = settledScope(page, tables);
  for (const table of tables)
    readTable(page, table, { isOpenView: scope?.means === 'open', deals, problems });
  const unique = withoutDoubles(deals, problems);
  const rendered = unique.length + problems.filter(({ code }) => code === 'row-unreadable').length;
  const total =
    isFiltered(page) && scope === undefined ? undefined : statedTotal(first.table.element, rendered);
  const isPart = isFiltered(page) || isNarrowed(page, first.table.element);
  const totalOf = isPart || (scope?.means !== 'open' && scope?.means !== 'all') ? undefined : scope.means;
  return {
    kind: 'read',
    view: {
      kind: 'list',
      name: pathWithoutIds(page.url),
      ...(scope === undefined ? {} : { scope: scope.scope }),
    },
    deals: unique,
    problems,
    rendered,
    ...(total === undefined ? {} : { statedTotal: total }),
    ...(total === undefined || totalOf === undefined ? {} : { totalOf }),
  } satisfies ReadPage;
}

/** What a page's tables are read into. */
interface Reading {
  readonly isOpenView: boolean;
  readonly deals: AnchoredRead[];
  readonly problems: ReadProblem[];
}

function readTable(page: Page, deal: DealTable, { isOpenView, deals, problems }: Reading): void {
  const { table, nameAt, contested } = deal;
  const filled = table.rows.filter(({ text }) => text !== '');
  const ids = rowIds(filled, nameAt, page.url);
  const hasIds = ids.some(({ id }) => id !== undefined);
  const shown = filled.flatMap((row, index) => ({ row, identity: ids[index] ?? {}, index }));
  const whole = shown.filter(({ row, identity, index }) => {
    const kind = identity.id === undefined ? kindOfRow(row, nameAt) : 'deal';
    if (kind === 'sum' || kind === 'heading') return false;
    if (kind === 'deal' && row.isWhole && (identity.id !== undefined || !hasIds)) return true;
    // Where other rows have ids, one without may be a sum under a name that we do not know.
    problems.push({ code: 'row-unreadable', row: nameOf(row, nameAt) || `row ${index + 1}` });
    return false;
  });
  const context = { ...cellContext(page, table.element), at: page.now, isOpenView };
  const cells = cellsOfTable(deal, whole, context.language);
  whole.forEach(({ row, identity, index }, at) => {
    const made = dealFromCells(cells[at] ?? [], identity, { ...context, row: `row ${index + 1}` });
    deals.push({ read: made.read, anchor: row.element });
    problems.push(...made.problems);
  });
  for (const field of contested) {
    if (field === 'amount' || field === 'closeOn' || field === 'stage')
      problems.push({ code: 'layout-unknown', row: 'headings', field });
  }
}

function nameOf({ cells }: Row, nameAt: number | undefined): string {
  const cell = nameAt === undefined ? undefined : cells.get(nameAt);
  return cell === undefined ? '' : textOf(cell).slice(0, 200);
}

/** Rows without any text are stand-ins; a single row that says "Loading" is one too. */
function isLoading(rows: readonly Row[]): boolean {
  return (
    rows.length > 0 && rows.every(({ text }) => text === '' || loading.test(foldWord(text.slice(0, 60))))
  );
}

/** The filter in force, unless the rows are still those of another filter. */
function settledScope(page: Page, tables: readonly DealTable[]): Scope | undefined {
  const [first] = tables;
  const scope = first && scopeOf(first.table.element, page.url);
  const rows = tables.flatMap(({ table }) => table.rows);
  return haveRowsFollowed(page.document, scope?.scope ?? '', rows) ? scope : undefined;
}

/** A search narrows the view below what its tab says. */
function isFiltered({ document, url }: Page): boolean {
  if (['q', 'search', 'query', 'owner', 's', 'term'].some((name) => url.searchParams.get(name))) return true;
  return [...document.querySelectorAll('input[type=search],[role=searchbox]')].some(
    (box) => box instanceof HTMLInputElement && box.value !== '',
  );
}

/** One id twice: the same row again is left out; different rows are nobody's, and said to be. */
function withoutDoubles(deals: readonly AnchoredRead[], problems: ReadProblem[]): AnchoredRead[] {
  const byId = new Map<string, AnchoredRead[]>();
  for (const deal of deals) {
    if (deal.read.id !== undefined) byId.set(deal.read.id, [...(byId.get(deal.read.id) ?? []), deal]);
  }
  return deals.filter((deal) => {
    const same = byId.get(deal.read.id ?? '') ?? [deal];
    if (same.every(({ read }) => JSON.stringify(read.values) === JSON.stringify(deal.read.values)))
      return same[0] === deal;
    problems.push({ code: 'row-unreadable', row: deal.read.values.name ?? deal.read.id ?? '' });
    return false;
  });
}
