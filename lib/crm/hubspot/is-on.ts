import type { Page } from '../adapter';

/** The application's hosts, one a region (facts.md 2.1). */
export function isHubspot({ url }: Pick<Page, 'url'>): boolean {
  return /^app(?:-[a-z]+\d*)?\.hubspot\.com$/.test(url.hostname);
}
