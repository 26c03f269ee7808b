import type { ForecastReport } from '../forecast/report';
import { type Database, openDatabase } from './database';
import { Home } from './home';
import { type ForecastQuery, readForecast } from './read-forecast';

/** What a page asks its forecast worker. */
export interface ForecastCall {
  readonly id: number;
  readonly query: ForecastQuery;
  /** What `storage.local` says of where the store lives: a worker cannot ask. */
  readonly home: Readonly<Record<string, unknown>>;
}

/** What the worker says; `fault` is the name and the message of what went wrong, never a deal's text. */
export type ForecastReply = { readonly id: number } & (
  | { readonly report: ForecastReport }
  | { readonly fault: { readonly name: string; readonly message: string } }
);

/** The worker's own end of the line. */
interface Line {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: ForecastReply): void;
}

/** Answers a page's questions one after the other, reading the store itself. */
export function serveForecasts(line: Line): void {
  let database: Database | undefined;
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ id, query, home }: ForecastCall): Promise<void> => {
    try {
      database ??= openDatabase('stafet', new Home({ local: () => saidBy(home) }));
      line.postMessage({ id, report: await readForecast(database, query) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      line.postMessage({ id, fault: { name, message } });
      // One that could not be opened is not opened again by itself.
      database?.close();
      database = undefined;
    }
  };
  line.addEventListener('message', ({ data }) => {
    // Only the page that made the worker can send to it.
    last = last.then(() => answer(data as ForecastCall));
  });
}

/** An area that says what it was said, and takes nothing. */
function saidBy(items: Readonly<Record<string, unknown>>) {
  return {
    get: () => Promise.resolve({ ...items }),
    set: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
}
