import { browser } from 'wxt/browser';
import type { Reply } from '../../lib/store/serve-asks';
import { ownWorker, type OwnScript } from './own-worker';

/** A worker that reads the store and answers, until it is ended. */
export interface AskedWorker<Ask, Note> {
  /**
   * @param onNote Told what comes before the answer.
   * @returns `undefined` where it was ended, or where there is nothing to answer.
   * @throws Error with the fault's name, as the store or the core says it
   */
  ask(ask: Ask, onNote?: (note: Note) => void): Promise<unknown>;
  end(): void;
}

interface Waiting<Note> {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: unknown) => void;
  readonly onNote: ((note: Note) => void) | undefined;
}

/**
 * Starts a worker that is asked (`serveAsks` is its other end); what it knows is in it as long as it lives.
 *
 * @param onBroken Called where it did not start, or broke down: it answers nothing any more.
 */
export function askedWorker<Ask, Note = never>(
  script: OwnScript,
  onBroken?: () => void,
): AskedWorker<Ask, Note> {
  const worker = ownWorker(script);
  const waiting = new Map<number, Waiting<Note>>();
  let calls = 0;
  let isEnded = false;
  let broken: Error | undefined;
  const settle = (how: (one: Waiting<Note>) => void) => {
    const all = [...waiting.values()];
    waiting.clear();
    all.forEach(how);
  };
  worker.addEventListener('error', ({ message }) => {
    const error = new Error(message || 'The worker did not start');
    broken = error;
    settle(({ reject }) => reject(error));
    onBroken?.();
  });
  worker.addEventListener('message', ({ data }) => {
    // The other end is our own script.
    const reply = data as Reply<unknown, Note>;
    const one = waiting.get(reply.id);
    if ('note' in reply) return one?.onNote?.(reply.note);
    waiting.delete(reply.id);
    if ('fault' in reply) one?.reject(new DOMException(reply.fault.message, reply.fault.name));
    else one?.resolve(reply.answer);
  });
  return {
    async ask(ask, onNote) {
      // A worker cannot ask where the store lives.
      const home = await browser.storage.local.get('home');
      if (broken !== undefined) throw broken;
      if (isEnded) return undefined;
      const id = (calls += 1);
      return new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onNote });
        worker.postMessage({ id, ask, home });
      });
    },
    end: () => {
      isEnded = true;
      worker.terminate();
      settle(({ resolve }) => resolve(undefined));
    },
  };
}
