import type { Page } from '../adapter';

/** The data centres' hosts (facts.md 5.1). */
export function isZoho({ url }: Pick<Page, 'url'>): boolean {
  return /^(?:crm|crmplus)\.(?:zoho\.(?:com|eu|in|com\.au|jp|com\.cn|sa)|zohocloud\.ca)$/.test(url.hostname);
}
