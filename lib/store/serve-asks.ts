import { type Database, openDatabase } from './database';
import { Home } from './home';
import { saidBy } from './said-by';

/** What a page asks a worker of its own. */
export interface Call<Ask> {
  readonly id: number;
  readonly ask: Ask;
  /** What `storage.local` says of where the store lives: a worker cannot ask. */
  readonly home: Readonly<Record<string, unknown>>;
}

/**
 * What the worker says; `note` is anything before the answer, `fault` the name and the message of what went wrong, never a
 * deal's text.
 */
export type Reply<Answer, Note> = { readonly id: number } & (
  | { readonly answer: Answer }
  | { readonly note: Note }
  | { readonly fault: { readonly name: string; readonly message: string } }
);

/** The worker's own end of the line. */
export interface Line {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: Reply<unknown, unknown>): void;
}

interface Desk<Ask, Note> {
  /** The answer to what is answered from what is known already, at once; `undefined`: the store is read for it. */
  readonly atOnce?: (ask: Ask) => { readonly answer: unknown } | undefined;
  readonly read: (ask: Ask, database: Database, tell: (note: Note) => void) => Promise<unknown>;
}

/** Answers a page's questions, reading the store itself, one reading after the other. */
export function serveAsks<Ask, Note = never>(line: Line, desk: Desk<Ask, Note>): void {
  let last: Promise<void> = Promise.resolve();
  const read = async ({ id, ask, home }: Call<Ask>): Promise<unknown> => {
    // Open while it is read only: an open database is in the way of whoever has to replace it.
    const database = openDatabase('stafet', new Home({ local: () => saidBy(home) }));
    try {
      return await desk.read(ask, database, (note) => line.postMessage({ id, note }));
    } finally {
      database.close();
    }
  };
  const atOnce = (ask: Ask): (() => unknown) | undefined => {
    try {
      const known = desk.atOnce?.(ask);
      return known && (() => known.answer);
    } catch (error) {
      // Its fault is its answer.
      return () => Promise.reject(error);
    }
  };
  const answer = async ({ id }: Call<Ask>, find: () => unknown): Promise<void> => {
    try {
      line.postMessage({ id, answer: await find() });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      line.postMessage({ id, fault: { name, message } });
    }
  };
  line.addEventListener('message', ({ data }) => {
    // Only the page that made the worker can send to it.
    const call = data as Call<Ask>;
    const known = atOnce(call.ask);
    if (known !== undefined) void answer(call, known);
    else last = last.then(() => answer(call, () => read(call)));
  });
}
