import type { Outcome } from '../../deal/deal';
import type { Mapping } from '../../deal/mapping';
import type { Page, ReadProblem } from '../adapter';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { dealIdOf } from './deal-id';
import type { FieldGuess } from './field-of-heading';
import type { GenericField } from './fields';
import { guessColumns, type Guesses } from './guess-columns';
import { linkTarget } from './link-target';
import { saysManyDeals } from './page-subject';
import type { Column, Table } from './table';
import { taughtFields, taughtTable, taughtView } from './taught';
import { hasUnclearMoney } from './unclear-money';

const descriptions =
  /^(?:(?:deal |opportunity )?description|beschreibung|beskrivelse|beskrivning|descripcion|descricao|descrizione|omschrijving|opis|kuvaus)$/;

/** A table that lists deals, with what its columns mean. */
export interface DealTable {
  readonly table: Table;
  /** What each column means, by its position. */
  readonly known: ReadonlyMap<number, FieldGuess>;
  readonly nameAt: number;
  readonly contested: readonly GenericField[];
  /** How the stages end that the user has named, by their text; present where they have taught the list. */
  readonly outcomes?: ReadonlyMap<string, Outcome>;
}

/** A board of deals as the table that it is read as, and what is not read of it. */
export interface DealBoard {
  readonly board: DealTable;
  readonly problems: readonly ReadProblem[];
}

/**
 * Of a page's tables those that list deals: with a name and a stage or an amount, and with rows that link to deals. Without
 * such links only where the page is no single record and stage and amount stand together: a deal's products have a name
 * and an amount too.
 */
export function* dealTables(page: Page, all: readonly Table[]): Steps<DealTable[]> {
  const found: DealTable[] = [];
  const mapping = taughtView(page, 'list');
  for (const table of all) {
    const taught = taughtTable(table.columns, mapping);
    const guesses = guessColumns(table.columns, taught && taughtFields(table.columns, taught));
    const { known, contested } = withoutRowStatus(guesses, table);
    const hasTwoStates = contested.length > guesses.contested.length;
    const byPosition = new Map([...known].map(([column, guess]) => [column.at, guess]));
    const fields = new Set([...known.values()].map(({ field }) => field));
    const isLinked = yield* hasLinks(table, page.url);
    // Some CRMs name no deals: the account stands for it.
    const columnOf = (name: GenericField) => [...byPosition].find(([, { field }]) => field === name)?.[0];
    const account = isLinked ? columnOf('account') : undefined;
    if (!isLinked && taught === undefined && countsDeals(table)) continue;
    const said = columnOf('name');
    const nameAt =
      (said !== undefined && (isLinked || !holdsFigures(table, said)) ? said : undefined) ??
      (yield* linkedColumn(table, page.url)) ??
      described(table) ??
      account ??
      columnOf('number');
    if (nameAt === undefined || (taught === undefined && leadElsewhere(table, nameAt, page.url))) continue;
    const hasStage = fields.has('stage') || fields.has('status') || hasTwoStates;
    const isRecord = dealIdOf(page.url) !== undefined;
    const isTold = isLinked
      ? hasStage || fields.has('amount')
      : !isRecord &&
        hasStage &&
        (fields.has('amount') ||
          (fields.has('crmProbability') && fields.has('closeOn')) ||
          hasUnclearMoney(table, (at) => byPosition.has(at)));
    if (isTold || taught !== undefined)
      found.push({ table, known: byPosition, nameAt, contested, ...outcomesIn(taught) });
  }
  return found;
}

/** Beside a "Lead status", which is the deal's where deals are called leads, a "Status" may be that of the row alone. */
function withoutRowStatus(guesses: Guesses<Column>, { columns }: Table): Guesses<Column> {
  if (!columns.some(({ heading }) => /^leads?[ -]?status$/i.test(heading))) return guesses;
  const known = new Map([...guesses.known].filter(([, { field }]) => field !== 'status'));
  return known.size === guesses.known.size ? guesses : { known, contested: [...guesses.contested, 'status'] };
}

/** How many deals a row stands for: then it is none of them. */
function countsDeals(table: Table): boolean {
  return table.columns.some(
    ({ at, heading }) => saysManyDeals(heading) && holdsFigures(table, at, /^\d{1,3}$/),
  );
}

/** "Deals" heads names in one list and their number in another, where each row is a sum of several. */
function holdsFigures({ rows }: Table, at: number, figures = /^[\d.,\s]+$/): boolean {
  const cells = rows.flatMap(({ cells, isWhole }) => (isWhole ? (cells.get(at) ?? []) : []));
  return cells.length > 0 && cells.every((cell) => figures.test(textOf(cell)));
}

/** Rows whose names lead to orders, tickets or candidates are these, whatever the page is called. */
function leadElsewhere({ rows }: Table, at: number, base: URL): boolean {
  const linked = rows
    .map(({ cells }) => [...(cells.get(at)?.querySelectorAll('a[href]') ?? [])])
    .filter(({ length }) => length > 0);
  return (
    linked.length > 0 &&
    linked.every((links) => links.every((link) => linkTarget(link, base)?.isThing === true))
  );
}

/** Where no column is the name, what describes the deal is. */
function described({ columns }: Table): number | undefined {
  return columns.find(({ heading }) => descriptions.test(foldWord(heading)))?.at;
}

/** How the stages end that the user has named where they taught a view; nothing where they have not. */
export function outcomesIn(taught: Mapping | undefined): Pick<DealTable, 'outcomes'> {
  if (taught === undefined) return {};
  return {
    outcomes: new Map(
      taught.stages.flatMap(({ name, outcome }) => (outcome === null ? [] : [[name, outcome] as const])),
    ),
  };
}

/** The unnamed column whose cells all link to deals. */
function* linkedColumn({ columns, rows }: Table, base: URL): Steps<number | undefined> {
  let open: readonly number[] = columns.map(({ at }) => at);
  let isEmpty = true;
  for (const { cells, isWhole } of rows) {
    if (!isWhole || open.length === 0) continue;
    yield;
    isEmpty = false;
    open = open.filter((at) => linksToDeal(cells.get(at), base));
  }
  return isEmpty ? undefined : open[0];
}

function* hasLinks({ rows }: Table, base: URL): Steps<boolean> {
  for (const { parts } of rows) {
    yield;
    if (parts.some(({ element }) => linksToDeal(element, base))) return true;
  }
  return false;
}

function linksToDeal(place: Element | undefined, base: URL): boolean {
  // The row itself may be the link.
  const own = place?.matches('a[href]') === true ? [place] : [];
  return [...own, ...(place?.querySelectorAll('a[href]') ?? [])].some(
    (link) => linkTarget(link, base)?.dealId !== undefined,
  );
}
