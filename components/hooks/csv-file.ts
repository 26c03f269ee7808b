import { browser } from 'wxt/browser';
import type { SheetProblem } from '../../lib/crm/sheet';
import { csvText, type CsvRow } from '../../lib/export/csv-text';
import { saveFile } from '../../lib/export/save-file';
import { sendMessage } from '../../lib/messages/client';
import type { ImportStep, ImportWork } from '../../lib/messages/import-steps';
import { createOutbox } from '../../lib/messages/outbox';
import type { CsvOpened, CsvPreview, CsvWish } from '../../lib/store/csv/csv-desk';
import type { CsvAnswer, CsvAsk, CsvReply } from '../../lib/store/csv/serve-csv';
import { ownWorker } from './own-worker';

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

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (fault: unknown) => void;
  readonly onProgress: ((share: number) => void) | undefined;
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
    const { deals, changes = 0 } = delivery.ack;
    sum.added += deals?.added ?? 0;
    sum.updated += deals?.updated ?? 0;
    sum.unchanged += deals?.unchanged ?? 0;
    sum.changes += changes;
    onProgress((nth + 1) / steps);
  }
  return { ...sum, isPart: false };
}

function csvWorker() {
  const worker = ownWorker('/csv.js');
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || 'The worker did not start'));
    waiting.clear();
  });
  worker.addEventListener('message', ({ data }) => {
    // The other end is our own script.
    const reply = data as CsvReply;
    const one = waiting.get(reply.id);
    if ('progress' in reply) return one?.onProgress?.(reply.progress);
    waiting.delete(reply.id);
    if ('fault' in reply) one?.reject(new DOMException(reply.fault.message, reply.fault.name));
    // The answer is of the kind that was asked for.
    else one?.resolve(reply.answer as never);
  });
  return {
    async ask<Ask extends CsvAsk>(ask: Ask, onProgress?: (share: number) => void): Promise<CsvAnswer<Ask>> {
      // A worker cannot ask where the store lives.
      const home = await browser.storage.local.get('home');
      const id = (calls += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress });
        worker.postMessage({ id, ask, home });
      });
    },
    end: () => worker.terminate(),
  };
}
