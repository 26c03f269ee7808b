import { browser } from 'wxt/browser';
import { isOtherHost } from './other-hosts';

/** Match pattern of every page on a URL's own origin: `https://crm.example.com/*`. */
export function originPattern(url: URL): string {
  return `${url.origin}/*`;
}

/** Every host pattern whose pages the user, or the build, allows us to read. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !isOtherHost(pattern));
}

/** Whether pages of this URL may be read. */
export async function mayRead(url: URL): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(url)] });
}

/** Whether pages of a host may be read, over either protocol. */
export async function mayReadHost(host: string): Promise<boolean> {
  const origins = [`https://${host}/*`, `http://${host}/*`];
  const held = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  return held.includes(true);
}

/** The one host (with its port, where it has one) of a match pattern, or `undefined` for one that covers many. */
export function hostOf(pattern: string): string | undefined {
  const host = /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern)?.[1];
  return host?.includes('*') ? undefined : host;
}

/**
 * Whether a match pattern covers a host, be it by name, as `https://*.example.com/*`, or by covering all.
 *
 * @example covers('https://*.example.com/*', 'crm.example.com') // true
 */
export function covers(pattern: string, host: string): boolean {
  if (pattern === '<all_urls>') return true;
  const named = /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern)?.[1];
  if (named === undefined || named === '*') return named === '*';
  return named.startsWith('*.') ? `.${host}`.endsWith(named.slice(1)) : named === host;
}
