import { browser } from 'wxt/browser';

interface Sender {
  readonly id?: string;
  readonly frameId?: number;
  readonly url?: string;
  readonly origin?: string;
}

/**
 * Why a content script's message cannot be trusted to speak of `host` and `url`; `undefined`: it can. A script
 * speaks for the page it runs in, and in its main frame alone.
 */
export function distrustScript(
  sender: Sender,
  about: { host: string; tenant?: string; url?: string },
): string | undefined {
  if (sender.id !== browser.runtime.id) return 'sender: another extension';
  if (sender.frameId !== 0) return 'sender: not the main frame';
  if (sender.url === undefined || !URL.canParse(sender.url)) return 'sender: no page';
  const page = new URL(sender.url);
  if (page.host !== about.host) return 'tenant.host: not the page that sent it';
  // A tenant starts with its host, so that no page can speak for another's database.
  if (about.tenant !== undefined && about.tenant !== page.host && !about.tenant.startsWith(`${page.host}/`)) {
    return 'tenant.tenant: not of the page that sent it';
  }
  if (about.url !== undefined && (!URL.canParse(about.url) || new URL(about.url).origin !== page.origin)) {
    return 'url: not the page that sent it';
  }
  return undefined;
}

/** True for the extension's own pages: popup, side panel, dashboard. */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}
