import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** Sends one command of the DevTools protocol, typed by its name, and resolves to the answer. */
export type Send = CDPSession['send'];

/** One conversation: with the browser itself, or with one page or worker that it was attached to. */
export interface Session {
  readonly send: Send;
  /** Calls back for every event of that name until the conversation ends. @returns The stop. */
  readonly on: (event: string, listener: (params: never) => void) => () => void;
}

/** The DevTools protocol of a browser, over its pipe. */
export interface DevTools extends Session {
  /** The conversation with a target, as `Target.attachToTarget` named it. */
  readonly session: (sessionId: string) => Session;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: never;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Speaks to a browser that was started with `--remote-debugging-pipe` (its third and fourth stream). Playwright is not
 * used for what is measured: it attaches to every page and holds it until it has spoken to it, and that is then measured too.
 */
export function devTools(browser: ChildProcess): DevTools {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(params: never) => void>>();
  let count = 0;
  // The launcher makes both streams; the types know only of the first three.
  const input = browser.stdio[3] as Writable;
  const output = browser.stdio[4] as Readable;

  const sendTo = (sessionId: string | undefined) =>
    ((method: string, params: object = {}) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { method, resolve, reject });
        input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      })) as Send;
  const onOf = (sessionId: string | undefined): Session['on'] => {
    return (event, listener) => {
      const name = `${sessionId ?? ''} ${event}`;
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => void all.delete(listener);
    };
  };

  function take({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of listeners.get(`${sessionId ?? ''} ${method}`) ?? []) listener(params as never);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(new Error(`${call.method}: ${error.message}`));
  }

  function end(): void {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`));
    waiting.clear();
  }

  let rest: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
      // What the browser itself says.
      take(JSON.parse(text) as Message);
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  });
  browser.once('exit', end);
  // Written to a browser that has just ended: its exit says so.
  input.on('error', () => {});

  return {
    send: sendTo(undefined),
    on: onOf(undefined),
    session: (sessionId) => ({ send: sendTo(sessionId), on: onOf(sessionId) }),
  };
}
