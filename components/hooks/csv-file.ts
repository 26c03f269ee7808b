import type { SheetProblem } from '../../lib/crm/sheet';
import { csvText, type CsvRow } from '../../lib/export/csv-text';
import { saveFile } from '../../lib/export/save-file';
import { sendMessage } from '../../lib/messages/client';
import type { ImportStep, ImportWork } from '../../lib/messages/import-steps';
import { createOutbox } from '../../lib/messages/outbox';
import type { CsvOpened, CsvPreview, CsvWish } from '../../lib/store/csv/csv-desk';
import type { CsvAnswer, CsvAsk, CsvNote } from '../../lib/store/csv/serve-csv';
import { askedWorker } from './asked-worker';

/** What storing a file has done so far. */
export interface CsvStored {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Changes added to the history. */
  readonly changes: number;
  /** It was ended before its last step. */
  readonly isPart: boolean;
}

/** A CRM's export that was chosen, in a worker of its own until it is let go. */
export interface CsvFile {
  readonly opened: CsvOpened;
  /** @param onProgress Told which share is done, 0 to 1. */
  preview(wish: CsvWish, onProgress: (share: number) => void): Promise<CsvPreview>;
  /** All rows and values that the last preview left out. */
  problems(): Promise<readonly SheetProblem[]>;
  /** Stores what the last preview showed, in its steps, and tells which share is done; ends after the step under way once `signal` says so. */
  store(steps: number, onProgress: (share: number) => void, signal: AbortSignal): Promise<CsvStored>;
  close(): void;
}

/** Reads and surveys a file; nothing is stored. */
export async function openCsv(file: Blob): Promise<CsvFile> {
  const worker = csvWorker();
  const opened = await worker.ask({ kind: 'open', file });
  return {
    opened,
    preview: (wish, onProgress) => worker.ask({ kind: 'preview', wish }, onProgress),
    problems: () => problemsOf((from) => worker.ask({ kind: 'problems', from })),
    store: (steps, onProgress, signal) =>
      storeSteps((nth) => worker.ask({ kind: 'step', nth }), steps, { onProgress, signal }),
    close: worker.end,
  };
}

/** Hands the user rows as a file for a spreadsheet. */
export function saveCsvRows(name: string, rows: readonly CsvRow[]): void {
  saveFile(name, 'text/csv', ['\ufeff', csvText(rows)]);
}

async function problemsOf(
  problemsFrom: (from: number) => Promise<readonly SheetProblem[]>,
): Promise<readonly SheetProblem[]> {
  const all: SheetProblem[] = [];
  for (;;) {
    const some = await problemsFrom(all.length);
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function storeSteps(
  stepOf: (nth: number) => Promise<ImportWork | undefined>,
  steps: number,
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<CsvStored> {
  // Chance, so that no other import has it.
  const name = crypto.randomUUID();
  const sum = { added: 0, updated: 0, unchanged: 0, changes: 0 };
  for (let nth = 0; nth < steps; nth += 1) {
    const work = await stepOf(nth);
    if (work === undefined) break;
    if (signal.aborted) return { ...sum, isPart: true };
    const outbox = createOutbox({
      send: (step: ImportStep) => sendMessage('importStep', step),
      signal: AbortSignal.timeout(120_000),
      patienceMs: 30_000,
    });
    const delivery = await outbox.deliver({ name, nth, work });
    if (delivery.kind !== 'acked') throw new Error(`an import was broken off: ${delivery.kind}`);
    const { leads, deals = leads, changes = 0 } = delivery.ack;
    sum.added += deals?.added ?? 0;
    sum.updated += deals?.updated ?? 0;
    sum.unchanged += deals?.unchanged ?? 0;
    sum.changes += changes;
    onProgress((nth + 1) / steps);
  }
  return { ...sum, isPart: false };
}

function csvWorker() {
  const { ask, end } = askedWorker<CsvAsk, CsvNote>('/csv.js');
  return {
    // It answers what it is asked, as long as it has not been ended.
    ask: <Ask extends CsvAsk>(one: Ask, onProgress?: (share: number) => void) =>
      ask(one, onProgress) as Promise<CsvAnswer<Ask>>,
    end,
  };
}
