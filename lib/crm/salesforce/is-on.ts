import type { Page } from '../adapter';

/** The application's hosts, sandboxes and the government's cloud among them (facts.md 1.1). */
export function isSalesforce({ url }: Pick<Page, 'url'>): boolean {
  return /\.lightning\.(?:force\.com|crmforce\.mil)(?:\.mcas\.ms)?$/.test(url.hostname);
}
