import { CsvDesk, type CsvOpened, type CsvPreview, type CsvWish, type SheetReader } from './csv-desk';
import type { SheetProblem } from '../../crm/sheet';
import type { ImportWork } from '../../messages/import-steps';
import { type Line, serveAsks } from '../serve-asks';

/** What a page asks the worker of one file; a worker has one file. */
export type CsvAsk =
  | { readonly kind: 'open'; readonly file: Blob }
  | { readonly kind: 'preview'; readonly wish: CsvWish }
  | { readonly kind: 'step'; readonly nth: number }
  | { readonly kind: 'problems'; readonly from: number };

interface CsvAnswers {
  readonly open: CsvOpened;
  readonly preview: CsvPreview;
  readonly step: ImportWork | undefined;
  readonly problems: readonly SheetProblem[];
}

export type CsvAnswer<Ask extends CsvAsk> = CsvAnswers[Ask['kind']];

/** The share of a preview that is done, 0 to 1. */
export type CsvNote = number;

/** Reads a page's file and compares it with the store, while the page stays free. */
export function serveCsv(line: Line, reader: SheetReader): void {
  const desk = new CsvDesk(reader);
  serveAsks<CsvAsk, CsvNote>(line, {
    atOnce(ask) {
      if (ask.kind === 'step') return { answer: desk.step(ask.nth) };
      return ask.kind === 'problems' ? { answer: desk.problems(ask.from) } : undefined;
    },
    async read(ask, database, tell) {
      if (ask.kind === 'open') return desk.open(ask.file, database);
      return ask.kind === 'preview' ? desk.preview(ask.wish, database, tell) : undefined;
    },
  });
}
