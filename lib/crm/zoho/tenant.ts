import type { Page, Tenant } from '../adapter';

/** Number of the organisation in an address (`/crm/org<number>/tab/…`); most addresses name it (facts.md 5.1). */
export function zohoOrganisation({ pathname }: Pick<URL, 'pathname'>): string | undefined {
  return /^\/crm\/org(\d{1,25})(?:\/|$)/.exec(pathname)?.[1];
}

/**
 * One organisation. `undefined` where the address names none: the same deals have addresses with it, and under another
 * tenant they would be counted twice.
 */
export function zohoTenant({ url }: Pick<Page, 'url'>): Tenant | undefined {
  const organisation = zohoOrganisation(url);
  return organisation === undefined
    ? undefined
    : { tenant: `${url.host}/org${organisation}`, host: url.host };
}
