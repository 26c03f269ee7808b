import { openDatabase } from '../database';
import { Home } from '../home';
import { CsvDesk, type CsvOpened, type CsvPreview, type CsvWish, type SheetReader } from './csv-desk';
import type { SheetProblem } from '../../crm/sheet';
import type { ImportWork } from '../../messages/import-steps';
import { saidBy } from '../said-by';

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

export interface CsvCall {
  readonly id: number;
  readonly ask: CsvAsk;
  /** What `storage.local` says of where the store lives: a worker cannot ask. */
  readonly home: Readonly<Record<string, unknown>>;
}

/** What the worker says; a fault is named, never with a deal's text. */
export type CsvReply = { readonly id: number } & (
  | { readonly answer: CsvAnswers[keyof CsvAnswers] }
  | { readonly progress: number }
  | { readonly fault: { readonly name: string; readonly message: string } }
);

/** The worker's own end of the line. */
interface Line {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: CsvReply): void;
}

/** Reads a page's file and compares it with the store, while the page stays free. */
export function serveCsv(line: Line, reader: SheetReader): void {
  const desk = new CsvDesk(reader);
  const answerTo = async ({ id, ask, home }: CsvCall) => {
    if (ask.kind === 'step') return desk.step(ask.nth);
    if (ask.kind === 'problems') return desk.problems(ask.from);
    const database = openDatabase('stafet', new Home({ local: () => saidBy(home) }));
    try {
      if (ask.kind === 'open') return await desk.open(ask.file, database);
      return await desk.preview(ask.wish, database, (progress) => line.postMessage({ id, progress }));
    } finally {
      database.close();
    }
  };
  line.addEventListener('message', ({ data }) => {
    // Only the page that made the worker can send to it.
    const call = data as CsvCall;
    answerTo(call)
      .then((answer) => line.postMessage({ id: call.id, answer }))
      // What cannot be sent is a fault as well: nobody is left waiting.
      .catch((error: unknown) => {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        line.postMessage({ id: call.id, fault: { name, message } });
      });
  });
}
