import { browser } from 'wxt/browser';

/** Match pattern of every page on a URL's own origin: `https://crm.example.com/*`. */
export function originPattern(url: URL): string {
  return `${url.origin}/*`;
}

/** Every host pattern that the user, or the build, allows us to read. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

/** Whether pages of this URL may be read. */
export async function mayRead(url: URL): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(url)] });
}

/** The host (with its port, where it has one) of a match pattern, or `undefined` for one that names none. */
export function hostOf(pattern: string): string | undefined {
  const host = /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern)?.[1];
  return host === '*' ? undefined : host;
}
