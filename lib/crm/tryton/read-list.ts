import type { AnchoredRead, Page, ReadProblem, ReadResult } from '../adapter';
import type { TrytonAddress } from './address';
import type { Steps } from '../dom/in-slices';
import { valuesOf, type TrytonTexts } from './facts';
import { columnOfLabel, type TrytonColumn } from './labels';
import { localDate, localNumber, trytonLocale, type TrytonLocale } from './locale';
import { companyCurrency, listTable, mainForm, paneOf } from './pane';
import { savedWatch } from './saved-watch';
import { stateOfLabel } from './states';

/** Reads the list in front. Its rows carry no id: each is known by its number, where that column is shown. */
export function* readTrytonList(page: Page, address: TrytonAddress): Steps<ReadResult> {
  savedWatch.sawNoForm();
  const pane = paneOf(page.document);
  const table = pane === null ? null : listTable(pane);
  const locale = trytonLocale(page, address.database);
  if (pane === null || table === null || locale === undefined || mainForm(pane) !== null)
    return { kind: 'not-ready' };
  savedWatch.sawList(pane);
  if (isOfAnotherTab(pane, table)) return { kind: 'not-ready' };
  const currency = companyCurrency(page.document);

  const deals: AnchoredRead[] = [];
  const problems: ReadProblem[] = [];
  let rendered = 0;
  let hasNumbers = false;
  for (const [nth, row] of [...table.querySelectorAll(':scope > tbody > tr:not(.more-row)')].entries()) {
    yield;
    // A row that has gone meanwhile shows nothing any more.
    const text = row.textContent;
    const cells = row.isConnected ? cellsOf(row) : noCells;
    if (cells.size === 0) continue;
    rendered += 1;
    hasNumbers ||= cells.has('number');
    const texts = textsOf(cells, locale, currency);
    // SAO draws rows before it has loaded them; a saved deal always has a number.
    if (isUnloaded(cells, texts)) continue;
    const name = texts.number ?? texts.description ?? `row ${nth + 1}`;
    const { values, problems: found } = knownValues(row, texts, name);
    problems.push(...found);
    deals.push({ read: { values, at: page.now }, anchor: row, text });
  }
  yield;
  if (isOfAnotherTab(pane, table)) return { kind: 'not-ready' };
  if (rendered > 0 && deals.length === 0 && problems.length === 0) {
    return hasNumbers ? { kind: 'not-ready' } : unknownLayout(rendered);
  }
  const scope = scopeOf(pane);
  const stated = statedTotal(pane);
  return {
    kind: 'read',
    view: { kind: 'list', name: 'sale.opportunity', ...(scope === undefined ? {} : { scope }) },
    deals,
    problems,
    rendered,
    ...(stated === undefined ? {} : { statedTotal: stated }),
    ...(stated !== undefined && showsAll(pane, address) ? { totalOf: 'all' as const } : {}),
  };
}

const noCells: Cells = new Map();

type Known = ReturnType<typeof valuesOf> & { readonly said: string };
const known = new WeakMap<Element, Known>();

/** What a row's texts mean: of the same texts the same is made, so it is not made again at every look. */
function knownValues(row: Element, texts: TrytonTexts, name: string): Known {
  const said = JSON.stringify([name, texts]);
  const had = known.get(row);
  if (had?.said === said) return had;
  const made = { ...valuesOf(texts, name), said };
  known.set(row, made);
  return made;
}

const tabOfRows = new WeakMap<Element, number>();

/** Notes to which tab the rows in front belong, before a click chooses another. */
export function noteTrytonList({ document }: Pick<Page, 'document'>): void {
  const pane = paneOf(document);
  const table = pane === null ? null : listTable(pane);
  if (pane !== null && table !== null) isOfAnotherTab(pane, table);
}

/**
 * True for the half second after a click on another tab in which its name and total stand over the old one's rows:
 * SAO brings the new rows in a body of their own.
 */
function isOfAnotherTab(pane: Element, table: Element): boolean {
  const body = table.querySelector(':scope > tbody');
  if (body === null) return false;
  const active = [...pane.querySelectorAll('.tab-domain li')].findIndex((tab) =>
    tab.classList.contains('active'),
  );
  const first = tabOfRows.get(body);
  if (first === undefined) tabOfRows.set(body, active);
  return first !== undefined && first !== active;
}

type Cells = ReadonlyMap<TrytonColumn, Element>;

/** Cells by column, hidden ones too: the state is hidden where the tab fixes it, and is in the page all the same. */
function cellsOf(row: Element): Cells {
  const cells = new Map<TrytonColumn, Element>();
  for (const cell of row.querySelectorAll(':scope > td[data-title]')) {
    const column = columnOfLabel(cell.getAttribute('data-title') ?? '');
    if (column !== undefined && !cells.has(column)) cells.set(column, cell);
  }
  return cells;
}

function textsOf(cells: Cells, locale: TrytonLocale, currency: string | undefined): TrytonTexts {
  const text = (column: TrytonColumn) => {
    const cell = cells.get(column);
    return cell === undefined ? undefined : (cell.querySelector('.widget') ?? cell).textContent.trim();
  };
  const figure = (
    column: TrytonColumn,
    parse: (text: string, locale: TrytonLocale) => string | undefined,
  ) => {
    const shown = text(column);
    return shown === undefined ? undefined : { text: shown, value: parse(shown, locale) };
  };
  const amount = figure('amount', localNumber);
  const state = text('state');
  return compact({
    number: text('number'),
    description: text('description'),
    party: text('party'),
    employee: text('employee'),
    state: state === undefined ? undefined : { code: stateOfLabel(state), text: state },
    amount: amount === undefined ? undefined : { ...amount, symbol: symbolIn(cells.get('amount')), currency },
    probability: figure('conversion_probability', localNumber),
    startOn: figure('start_date', localDate),
    endOn: figure('end_date', localDate),
  });
}

function isUnloaded(cells: Cells, texts: TrytonTexts): boolean {
  if (cells.has('number')) return texts.number === '';
  return [...cells.values()].every((cell) => cell.textContent.trim() === '');
}

function symbolIn(cell: Element | undefined): string {
  return [...(cell?.querySelectorAll('.column-symbol') ?? [])]
    .map((sign) => sign.textContent.trim())
    .join('');
}

function compact<Texts extends object>(texts: Texts) {
  // Absent and undefined mean the same here; the type wants them absent.
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)) as TrytonTexts;
}

function unknownLayout(rendered: number): ReadResult {
  return {
    kind: 'read',
    view: { kind: 'list', name: 'sale.opportunity' },
    deals: [],
    problems: [{ code: 'layout-unknown', row: '' }],
    rendered,
  };
}

/** Name of the tab over the list (`Leads`), without its count. */
function scopeOf(pane: Element): string | undefined {
  const link = pane.querySelector('.tab-domain li.active > a');
  const text = [...(link?.childNodes ?? [])]
    .filter((node) => node.nodeType === 3 || !(node as Element).classList.contains('badge'))
    .map((node) => node.textContent)
    .join('')
    .trim();
  return text === '' ? undefined : text;
}

/** The toolbar says `1 / 28`, or `1 / 1000 of 8800` where not all are loaded. */
function statedTotal(pane: Element): number | undefined {
  const text =
    pane.querySelector('.toolbar .navbar-text .badge, .toolbar .navbar-text.badge')?.textContent ?? '';
  const [, loaded, total] = /\/ (\d+)(?:\D+(\d+))?\s*$/.exec(text) ?? [];
  const stated = total ?? loaded;
  return stated === undefined ? undefined : Number(stated);
}

/** True where neither a tab, the address nor the search box narrows the list. */
function showsAll(pane: Element, { parameters }: TrytonAddress): boolean {
  const search = pane.querySelector<HTMLInputElement>('.filter-box input')?.value ?? '';
  if (
    search.trim() !== '' ||
    isNarrowing(parameters.get('domain')) ||
    isNarrowing(parameters.get('search_value'))
  ) {
    return false;
  }
  const tabs = [...pane.querySelectorAll('.tab-domain li')];
  if (tabs.length === 0) return true;
  const domains = parameters.get('tab_domain');
  const active = tabs.findIndex((tab) => tab.classList.contains('active'));
  const entry: unknown = Array.isArray(domains) ? domains[active] : undefined;
  return Array.isArray(entry) && !isNarrowing(entry[1]);
}

function isNarrowing(domain: unknown): boolean {
  return domain !== undefined && domain !== null && !(Array.isArray(domain) && domain.length === 0);
}
