import type { Readable, Writable } from 'node:stream';

/** One thing that the browser says of its own accord. */
export interface CdpEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
}

/** The browser's remote control over a pair of pipes: nothing listens on a port, and the pipe ends with the browser. */
export interface Cdp {
  /** Rejects with {@link Gone} once the browser is no more, and with its own words where it refuses. */
  readonly send: <Result>(method: string, params?: object, sessionId?: string) => Promise<Result>;
  /** Calls `hear` for every event until the returned function is called. */
  readonly onEvent: (hear: (event: CdpEvent) => void) => () => void;
}

/** The browser ended before it answered: what was asked of it may or may not have happened. */
export class Gone extends Error {
  constructor() {
    super('the browser is gone');
  }
}

interface Reply extends Partial<CdpEvent> {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (why: Error) => void;
}

/** Speaks to a Chromium that was started with `--remote-debugging-pipe`; the pipes are its file descriptors 3 and 4. */
export function speakCdp(commands: Writable, replies: Readable): Cdp {
  const waiting = new Map<number, Waiting>();
  const hearers = new Set<(event: CdpEvent) => void>();
  let last = 0;
  let isGone = false;

  const end = (): void => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(new Gone());
    waiting.clear();
  };
  commands.on('error', end);
  replies.on('error', end).on('close', end);

  const take = (reply: Reply): void => {
    if (reply.id === undefined) {
      for (const hear of hearers) hear(reply as CdpEvent);
      return;
    }
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error !== undefined) asked?.reject(new Error(reply.error.message));
    else asked?.resolve(reply.result as never);
  };

  // Messages end with a zero byte, and may come in many pieces: a large one is joined once, when it is whole.
  let pieces: string[] = [];
  replies.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = chunk.split('\0');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      pieces.push(part);
      take(JSON.parse(pieces.join('')) as Reply);
      pieces = [];
    }
    if (rest !== '') pieces.push(rest);
  });

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (isGone) return reject(new Gone());
        last += 1;
        waiting.set(last, { resolve, reject });
        commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    onEvent: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
