import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { Protocol } from './protocol';

const silence = () => {};
// The default logger writes every message to the console, which on a CRM page is the page's own.
const logger = { debug: silence, log: silence, warn: silence, error: silence };

const messaging = defineExtensionMessaging<Protocol>({ logger });

export const { onMessage } = messaging;

/**
 * Says something to the worker, or to the reader in a tab. Rejects where nobody answers: most tabs have no reader.
 *
 * The library asks a tab in a callback that never looks at `lastError`, which Chromium then lists among the extension's
 * errors; so a tab is asked here, in the library's own form.
 */
export async function sendMessage<Name extends keyof Protocol>(
  name: Name,
  data: Parameters<Protocol[Name]>[0],
  tab?: number,
): Promise<ReturnType<Protocol[Name]>> {
  // What a name's handler takes and answers is typed by the same protocol.
  type Answer = ReturnType<Protocol[Name]>;
  if (tab === undefined) return messaging.sendMessage(name, data as never);
  const message = { id: 0, type: name, data, timestamp: Date.now() };
  const answer: { readonly res?: Answer; readonly err?: unknown } | undefined =
    await browser.tabs.sendMessage(tab, message);
  if (answer === undefined || 'err' in answer) throw new Error(`no answer to ${name} from tab ${tab}`);
  return answer.res as Answer;
}
