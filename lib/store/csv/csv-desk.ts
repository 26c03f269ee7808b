import type { LeadsHelp, LeadsRead, LeadsWish } from '../../crm/lead-sheet';
import type {
  HistoryRead,
  HistoryWish,
  SheetHelp,
  SheetProblem,
  SheetRead,
  SheetWish,
  SurveyedSheet,
} from '../../crm/sheet';
import { dealKey } from '../../deal/deal-key';
import { decodeText } from '../../export/decode-text';
import { parseCsv, type CsvRefusal, type CsvTable } from '../../export/parse-csv';
import type { ImportWork } from '../../messages/import-steps';
import type { Origin } from '../../pipeline/columns/origin-of';
import type { Database } from '../database';
import { readPlaces, type CsvPlace } from './csv-places';
import { previewDeals, type DealsPreview } from './deals-preview';
import { previewHistory, type HistoryPreview } from './history-preview';
import { previewLeads, type LeadsPreview } from './leads-preview';

/** A file larger than this is not looked at: it is read as a whole. */
const mostBytes = 100 * 2 ** 20;
const mostRows = 500_000;
const shownProblems = 20;
/** Problems that are handed out at once: a page that takes many more stands still. */
const problemsAtOnce = 2000;

/** What is to become of a file of deals, of histories of deals, or of leads. */
export type CsvWish = { readonly place: Origin } & (
  | ({ readonly kind: 'deals' } & SheetWish)
  | ({ readonly kind: 'history' } & HistoryWish)
  | ({ readonly kind: 'leads' } & LeadsWish)
);

export type CsvOpened =
  | ({
      readonly kind: 'opened';
      readonly rows: number;
      readonly places: readonly CsvPlace[];
    } & SurveyedSheet)
  | CsvRefusal
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'not-text' };

/** What would be stored, and what would not. */
export type CsvPreview = (DealsPreview | HistoryPreview | LeadsPreview) & {
  /** How many rows are left out, and how many values of rows that are taken. */
  readonly unreadable: number;
  readonly flagged: number;
  /** The first of them. */
  readonly problems: readonly SheetProblem[];
  /** In how many steps it is stored. */
  readonly steps: number;
};

/** How a sheet is understood; the page tier's own. */
export interface SheetReader {
  readonly survey: (table: CsvTable) => SurveyedSheet;
  readonly read: (table: CsvTable, wish: SheetWish, help: SheetHelp) => SheetRead;
  readonly readHistory: (table: CsvTable, wish: HistoryWish, help: SheetHelp) => HistoryRead;
  readonly readLeads: (table: CsvTable, wish: LeadsWish, help: LeadsHelp) => LeadsRead;
  readonly idOf: (crm: string, text: string, of?: 'deal' | 'lead') => string | undefined;
}

/** One file on its way into the store: opened, shown as it would be stored, and given out in steps. It writes nothing. */
export class CsvDesk {
  readonly #reader: SheetReader;
  #table: CsvTable | undefined;
  #works: readonly ImportWork[] = [];
  #problems: readonly SheetProblem[] = [];

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
    const rows = this.#table.lines.length;
    let told = 0;
    const tell = (share: number) => {
      // Every word of it has the page drawn anew.
      if (share < told + 0.02) return;
      told = share;
      onProgress(share);
    };
    const help = {
      idOf: (text: string) => this.#reader.idOf(place.crm, idIn(text, place)),
      // To read takes about as long as to compare.
      onRow: (row: number) => tell(row / rows / 2),
    };
    const onDeal = (done: number, all: number) => tell(0.5 + done / all / 2);
    if (wish.kind === 'history') {
      const read = this.#reader.readHistory(this.#table, wish, help);
      const about = { place, written: wish.at, rows, onDeal };
      const { preview, works, problems } = await previewHistory(read, about, database);
      return this.#shown(preview, works, { unreadable: problems, flagged: [] });
    }
    if (wish.kind === 'leads') {
      const read = this.#reader.readLeads(this.#table, wish, {
        leadIdOf: (text) => this.#reader.idOf(place.crm, text, 'lead'),
        dealIdOf: help.idOf,
        onRow: help.onRow,
      });
      const about = { place, written: wish.at, rows, onDeal };
      const { preview, works, ...left } = await previewLeads(read, about, database);
      return this.#shown(preview, works, left);
    }
    const read = this.#reader.read(this.#table, wish, help);
    const { preview, works, ...left } = await previewDeals(read, { place, rows, onDeal }, database);
    return this.#shown(preview, works, left);
  }

  /** A step of what the last preview showed. */
  step(nth: number): ImportWork | undefined {
    return this.#works[nth];
  }

  /** Rows and values that the last preview left out, in the file's order, from the one with this number on. */
  problems(from: number): readonly SheetProblem[] {
    return this.#problems.slice(from, from + problemsAtOnce);
  }

  #shown(
    preview: DealsPreview | HistoryPreview | LeadsPreview,
    works: readonly ImportWork[],
    left: {
      readonly unreadable: readonly SheetProblem[];
      readonly flagged: readonly SheetProblem[];
    },
  ): CsvPreview {
    this.#works = works;
    this.#problems = [...left.unreadable, ...left.flagged].toSorted((a, b) => a.row - b.row);
    return {
      ...preview,
      unreadable: left.unreadable.length,
      flagged: left.flagged.length,
      problems: this.#problems.slice(0, shownProblems),
      steps: works.length,
    };
  }
}

/** Our own exports have the key of a deal for its id. */
function idIn(text: string, { crm, tenant }: Origin): string {
  const before = dealKey(crm, tenant, '');
  return text.startsWith(before)
    ? text.slice(before.length).replace(/%(25|7C)/g, (_, code) => (code === '25' ? '%' : '|'))
    : text;
}
