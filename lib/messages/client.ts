import { browser, type Browser } from 'wxt/browser';
import type { Protocol } from './protocol';

/*
 * The messages of the protocol, each with its one answer. Our own, where libraries exist: those ask a tab without
 * looking at `lastError`, which Chromium then lists among the extension's errors, and weigh a fortieth of the worker.
 */

type Name = keyof Protocol;
type Sent<Of extends Name> = Parameters<Protocol[Of]>[0];
type Answer<Of extends Name> = Awaited<ReturnType<Protocol[Of]>>;

/** Takes one kind of message. What it throws, whoever has asked gets. */
type Handler<Of extends Name> = (message: {
  readonly data: Sent<Of>;
  readonly sender: Browser.runtime.MessageSender;
}) => Answer<Of> | Promise<Answer<Of>>;

/** What goes over the wire: a message, and one of two answers to it. */
interface Message {
  readonly type: string;
  readonly data: unknown;
}
type Reply = { readonly res: unknown } | { readonly err: { readonly message: string } };

const handlers = new Map<string, (message: never) => unknown>();

/** Answers messages of one kind in this script, where no other handler does. @returns The stop. */
export function onMessage<Of extends Name>(name: Of, handler: Handler<Of>): () => void {
  if (handlers.has(name)) throw new Error(`two handlers for ${name}`);
  if (handlers.size === 0) browser.runtime.onMessage.addListener(listen);
  handlers.set(name, handler);
  return () => {
    handlers.delete(name);
    if (handlers.size === 0) browser.runtime.onMessage.removeListener(listen);
  };
}

/**
 * Says something to the worker, or to the reader in a tab.
 *
 * @throws Error where nobody answers (most tabs have no reader; a worker that dies), or as the handler did
 */
export async function sendMessage<Of extends Name>(
  name: Of,
  data: Sent<Of>,
  tab?: number,
): Promise<Answer<Of>> {
  const message: Message = { type: name, data };
  const reply: Reply | null | undefined = await (tab === undefined
    ? browser.runtime.sendMessage(message)
    : browser.tabs.sendMessage(tab, message));
  if (reply === undefined || reply === null) throw new Error(`no answer to ${name}`);
  if ('err' in reply) throw new Error(reply.err.message);
  // What a name's handler answers is typed by the same protocol.
  return reply.res as Answer<Of>;
}

/** `true` keeps the channel open for a reply; what is not for this script is left to the others. */
function listen(
  message: Message,
  sender: Browser.runtime.MessageSender,
  respond: (reply: Reply) => void,
): boolean {
  const handler = handlers.get(message?.type);
  if (handler === undefined) return false;
  void answer(async () => handler({ data: message.data, sender } as never)).then(respond);
  return true;
}

async function answer(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { res: await work() };
  } catch (error) {
    return { err: { message: error instanceof Error ? error.message : String(error) } };
  }
}
