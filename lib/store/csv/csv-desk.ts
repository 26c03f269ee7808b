import type {
  SheetDeal,
  SheetHelp,
  SheetProblem,
  SheetRead,
  SheetWish,
  SurveyedSheet,
} from '../../crm/sheet';
import type { Deal } from '../../deal/deal';
import { dealKey } from '../../deal/deal-key';
import { decodeText } from '../../export/decode-text';
import { parseCsv, type CsvRefusal, type CsvTable } from '../../export/parse-csv';
import { checkRows } from '../../messages/check-rows';
import { stepLimit } from '../../messages/import-steps';
import { dealRead } from '../../messages/plain-schemas';
import { flags } from '../../pipeline/columns/columns';
import { originOf, type Origin } from '../../pipeline/columns/origin-of';
import { readSumsRow } from '../columns/sums-row';
import type { Database } from '../database';
import { fileSource } from '../import-reads';
import { Tally } from '../tally';

/** A file larger than this is not looked at: it is read as a whole. */
const mostBytes = 100 * 2 ** 20;
const mostRows = 500_000;
const shownRows = 20;

/** A CRM that has deals here. */
export interface CsvPlace extends Origin {
  readonly deals: number;
  /** Rows of its lists that showed no id: nobody can tell which of the file's deals they are. */
  readonly withoutId: number;
}

/** What is to become of a file. */
export interface CsvWish extends Omit<SheetWish, 'today' | 'zone'> {
  readonly place: Origin;
  readonly today: string;
  readonly zone: string;
}

export type CsvOpened =
  | ({ readonly kind: 'opened'; readonly rows: number; readonly places: readonly CsvPlace[] } & SurveyedSheet)
  | CsvRefusal
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'not-text' };

/** What would be stored, and what would not. */
export interface CsvPreview {
  /** The first rows, as they would be stored. */
  readonly first: readonly Deal[];
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Here already, as lately or more so. */
  readonly unchanged: number;
  readonly repeated: number;
  readonly unreadable: readonly SheetProblem[];
  readonly flagged: readonly SheetProblem[];
}

/** How a sheet is understood; the page tier's own. */
export interface SheetReader {
  readonly survey: (table: CsvTable) => SurveyedSheet;
  readonly read: (table: CsvTable, wish: SheetWish, help: SheetHelp) => SheetRead;
  readonly idOf: (crm: string, text: string) => string | undefined;
}

/** One file on its way into the store: opened, shown as it would be stored, and given out in steps. It writes nothing. */
export class CsvDesk {
  readonly #reader: SheetReader;
  #table: CsvTable | undefined;
  #deals: readonly SheetDeal[] = [];

  constructor(reader: SheetReader) {
    this.#reader = reader;
  }

  async open(file: Blob, database: Database): Promise<CsvOpened> {
    if (file.size > mostBytes) return { kind: 'refused', why: 'too-large' };
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) return { kind: 'refused', why: 'not-text' };
    const table = parseCsv(text, mostRows);
    if (table.kind === 'refused') return table;
    this.#table = table;
    const places = await readPlaces(database);
    return { kind: 'opened', rows: table.lines.length, places, ...this.#reader.survey(table) };
  }

  /** @param onProgress Told which share is done, 0 to 1. */
  async preview(
    { place, ...wish }: CsvWish,
    database: Database,
    onProgress: (share: number) => void,
  ): Promise<CsvPreview> {
    if (this.#table === undefined) throw new Error('no file is open');
    const all = this.#table.lines.length;
    let told = 0;
    const tell = (share: number) => {
      // Every word of it has the page drawn anew.
      if (share < told + 0.02) return;
      told = share;
      onProgress(share);
    };
    const idOf = (text: string) => this.#reader.idOf(place.crm, text);
    // To read takes about as long as to compare.
    const read = this.#reader.read(this.#table, wish, {
      idOf,
      onRow: (row) => tell(row / all / 2),
    });
    const { rows, places, refused } = checkRows(dealRead, read.deals);
    this.#deals = rows as readonly SheetDeal[];
    const rowOf = (index: number | undefined) => read.rows[places[index ?? 0] ?? 0] ?? 0;
    const count = { added: 0, changed: 0, unchanged: 0 };
    const flagged = [...read.flagged];
    const first: Deal[] = [];
    for (let from = 0; from < this.#deals.length; from += stepLimit) {
      const tally = new Tally();
      const step = this.#deals.slice(from, from + stepLimit);
      const keys = step.map(({ id }) => dealKey(place.crm, place.tenant, id));
      await tally.load(database, keys);
      count.added += keys.filter((key) => tally.get(key) === undefined).length;
      for (const [nth, deal] of step.entries())
        tally.merge(keys[nth] ?? '', deal, { source: fileSource(place), index: from + nth });
      count.changed += tally.stored;
      count.unchanged += tally.unchanged;
      for (const { index, problem } of tally.refused) flagged.push({ ...problem, row: rowOf(index) });
      if (from === 0) first.push(...keys.slice(0, shownRows).flatMap((key) => tally.get(key) ?? []));
      tell(0.5 + from / all / 2);
    }
    return {
      first,
      rows: all,
      ...count,
      changed: count.changed - count.added,
      repeated: read.repeated,
      unreadable: [
        ...read.unreadable,
        ...refused.map(({ index, problem }) => ({ ...problem, row: read.rows[index ?? 0] ?? 0 })),
      ],
      flagged,
    };
  }

  /** The deals of the last preview, from the one with this number on, as many as a step brings. */
  step(from: number): readonly SheetDeal[] {
    return this.#deals.slice(from, from + stepLimit);
  }
}

/** The CRMs that have deals here, the one with most of them first. */
async function readPlaces(database: Database): Promise<readonly CsvPlace[]> {
  const places = new Map<string, { place: Origin; deals: number; withoutId: number }>();
  for (const { flags: bits, origin, n } of (await readSumsRow(database))?.groups ?? []) {
    const known = places.get(origin) ?? { place: originOf(origin), deals: 0, withoutId: 0 };
    if ((bits & flags.stray) === 0) known.deals += n;
    else known.withoutId += n;
    places.set(origin, known);
  }
  return [...places.values()]
    .filter(({ deals, withoutId }) => deals + withoutId > 0)
    .map(({ place, ...counts }) => ({ ...place, ...counts }))
    .toSorted((a, b) => b.deals - a.deals);
}
