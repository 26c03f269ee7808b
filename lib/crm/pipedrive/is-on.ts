import type { Page } from '../adapter';

/** A company's own host (facts.md 3.1). */
export function isPipedrive({ url }: Pick<Page, 'url'>): boolean {
  return /^[\w-]+\.pipedrive\.com$/.test(url.hostname) && !/^(?:www|developers|support)\./.test(url.hostname);
}
