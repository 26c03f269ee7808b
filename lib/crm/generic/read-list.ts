import type { AnchoredRead, Page, ReadProblem, ReadResult } from '../adapter';
import type { Steps } from '../dom/in-slices';
import type { PlacedRows } from '../layout';
import { foldWord } from '../parse/fold-word';
import { pathWithoutIds } from './deal-id';
import type { DealBoard, DealTable } from './deal-tables';
import { isNarrowed } from './is-narrowed';
import { listContent, rememberList } from './list-content';
import { dealTableOf } from './placed-table';
import { readTable, type TablesRead } from './read-table';
import { rootOf } from './root-of';
import { haveRowsFollowed } from './rows-followed';
import { isStale, noteContent } from './staleness';
import { statedTotal } from './stated-total';
import type { Row } from './table';
import { scopeOf, type Scope } from './view-scope';

type ReadPage = Extract<ReadResult, { kind: 'read' }>;

const loading =
  /^(?:loading|please wait|henter|indlaeser|vent|ladt|wird geladen|laden|chargement|cargando|laddar|hamtar|bezig|caricamento|carregando|a carregar)(?![a-z])/;

/** Reads the deals of the list tables that a page shows. */
export function* readList(page: Page, tables: readonly DealTable[]): Steps<ReadResult> {
  return yield* readRows(page, tables, { kind: 'list', content: yield* listContent(rootOf(page.document)) });
}

/** Reads the deals of a board. @param problems What is known already not to be read. */
export function* readBoard(page: Page, { board, problems }: DealBoard): Steps<ReadResult> {
  const content = board.table.rows.map(({ raw }) => raw).join('\n');
  const result = yield* readRows(page, [board], { kind: 'board', content });
  return result.kind === 'read' ? { ...result, problems: [...result.problems, ...problems] } : result;
}

/** Reads the deals that a CRM's own layout has found. */
export function* readPlaced(page: Page, kind: 'list' | 'board', placed: PlacedRows): Steps<ReadResult> {
  const { scope, statedTotal: total, problems = [] } = placed;
  const table = dealTableOf(placed);
  const content = table.table.rows.map(({ raw }) => raw).join('\n');
  const result = yield* readRows(page, [table], { kind, content, stated: { scope, total } });
  return result.kind === 'read' ? { ...result, problems: [...result.problems, ...problems] } : result;
}

interface Showing {
  readonly kind: 'list' | 'board';
  readonly content: string;
  /** Filter in force and number of deals, where they need no guess. */
  readonly stated?: { readonly scope: string | undefined; readonly total: number | undefined };
}

function* readRows(
  page: Page,
  tables: readonly DealTable[],
  { kind, content, stated }: Showing,
): Steps<ReadResult> {
  const [first] = tables;
  if (first === undefined) return { kind: 'not-deals' };
  if (tables.some(({ table }) => table.isBusy || isLoading(table.rows))) return { kind: 'not-ready' };
  const list = first.table.element;
  const scopeNow = (): Scope | undefined =>
    stated === undefined
      ? scopeOf(list, page.url)
      : stated.scope === undefined
        ? undefined
        : { scope: stated.scope, means: undefined };
  const found = scopeNow();
  const said = { key: found?.scope ?? '', content };
  // The rows may still be those of another filter.
  const rows = tables.flatMap(({ table }) => table.rows);
  const followed = haveRowsFollowed(page.document, said.key, rows);
  const isOfOther = followed === undefined ? isStale(page.document, 'list', said) : !followed;
  const scope = isOfOther ? undefined : found;
  const isOpenView = scope?.means === 'open';
  const into: TablesRead & { isOpenView: boolean } = { isOpenView, deals: [], problems: [], isPatchy: false };
  for (const table of tables) yield* readTable(page, table, into);
  yield;
  const { deals, problems, isPatchy } = into;
  const unique = withoutDoubles(deals, problems);
  const rendered = unique.length + problems.filter(({ code }) => code === 'row-unreadable').length;
  const total =
    stated === undefined
      ? isFiltered(page) && scope === undefined
        ? undefined
        : yield* statedTotal(list, rendered)
      : stated.total;
  const isPart = isFiltered(page) || isNarrowed(page, list);
  const totalOf = isPart || (scope?.means !== 'open' && scope?.means !== 'all') ? undefined : scope.means;
  yield;
  // Another filter since: a change of marks alone, which nobody is told of.
  if (scopeNow()?.scope !== found?.scope) return { kind: 'not-ready' };
  if (!isOfOther) noteContent(page.document, 'list', said);
  if (kind === 'list' && stated === undefined) rememberList(list);
  return {
    kind: 'read',
    view: {
      kind,
      name: pathWithoutIds(page.url),
      ...(scope === undefined ? {} : { scope: scope.scope }),
    },
    deals: unique,
    problems,
    rendered,
    ...(total === undefined ? {} : { statedTotal: total }),
    ...(total === undefined || totalOf === undefined ? {} : { totalOf }),
    ...(isPatchy ? { isPatchy } : {}),
  } satisfies ReadPage;
}

/** Rows without any text are stand-ins; a single row that says "Loading" is one too. */
function isLoading(rows: readonly Row[]): boolean {
  return (
    rows.length > 0 && rows.every(({ text }) => text === '' || loading.test(foldWord(text.slice(0, 60))))
  );
}

/** A search narrows the view below what its tab says. */
function isFiltered({ document, url }: Page): boolean {
  if (['q', 'search', 'query', 'owner', 's', 'term'].some((name) => url.searchParams.get(name))) return true;
  return [...document.getElementsByTagName('input')].some(
    (box) => box.matches('[type=search],[role=searchbox]') && box.value !== '',
  );
}

/** One id twice: the same row again is left out; different rows are nobody's, and said to be. */
function withoutDoubles(deals: readonly AnchoredRead[], problems: ReadProblem[]): AnchoredRead[] {
  const byId = new Map<string, AnchoredRead[]>();
  for (const deal of deals) {
    const { id } = deal.read;
    if (id === undefined) continue;
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [deal]);
    else same.push(deal);
  }
  return deals.filter((deal) => {
    const same = byId.get(deal.read.id ?? '');
    if (same === undefined || same.length === 1) return true;
    if (same.every(({ read }) => JSON.stringify(read.values) === JSON.stringify(deal.read.values)))
      return same[0] === deal;
    problems.push({ code: 'row-unreadable', row: deal.read.values.name ?? deal.read.id ?? '' });
    return false;
  });
}
